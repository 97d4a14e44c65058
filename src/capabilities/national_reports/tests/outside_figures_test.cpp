// SPDX-License-Identifier: Apache-2.0
// Figures of others: never without a source, kept as published on both databases.
#include "base/text.hpp"
#include "capabilities/national_reports/store_outside.hpp"
#include "report_house.hpp"

namespace poa::national_reports::test {
namespace {

const std::string whole =
    R"({"indicator":"sample-index","title":" Sample index ","unit":"points","source":{"title":)"
    R"("Sample index 2024","address":"https://example.org/index","day":"2024-09-12","licence":"CC BY 4.0"},)"
    R"("values":[)"
    R"({"state":"XXB","year":2024,"value":"-1"},{"state":"XXA","year":2024,"value":"12.50"}]})";

std::vector<std::string> wrong_at(const std::string& from, const std::string& to) {
    const auto read = parse_outside_figures(replace_all(whole, from, to));
    std::vector<std::string> wrong;
    if (!read)
        for (const Reason& reason : read.error().reasons)
            wrong.push_back(reason.code.substr(std::string_view("national_").size()) + " " +
                            (reason.facts.empty() ? "" : reason.facts[0].second));
    return wrong;
}

TEST(OutsideFigures, IsReadWholeOrNotAtAll) {
    // REP-30: an external indicator per State, with its source, day and licence.
    const auto read = parse_outside_figures(whole);
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->title, "Sample index");
    EXPECT_EQ(read->licence, "CC BY 4.0");
    EXPECT_EQ(read->source_day, Day::parse("2024-09-12"));
    EXPECT_EQ(read->values, (std::vector<OutsideValue>{{"XXB", 2024, "-1"}, {"XXA", 2024, "12.50"}}));
    using Wrong = std::vector<std::string>;
    EXPECT_EQ(wrong_at(R"("source")", R"("sauce")"), (Wrong{"reports.outside_missing source"}));
    EXPECT_EQ(wrong_at(R"("licence":"CC BY 4.0")", R"("licence":" ")"),
              (Wrong{"reports.outside_shape source.licence"}));
    EXPECT_EQ(wrong_at("https://example.org/index", "javascript:alert(1)"),
              (Wrong{"reports.outside_shape source.address"}));
    EXPECT_EQ(wrong_at("2024-09-12", "last year"), (Wrong{"reports.outside_shape source.day"}));
    EXPECT_EQ(wrong_at("\"-1\"", "-1"), (Wrong{"reports.outside_shape values[0]"}));
    EXPECT_EQ(wrong_at("12.50", "1e9"), (Wrong{"reports.outside_shape values[1]"}));
    EXPECT_EQ(wrong_at("XXB", "XXA"), (Wrong{"reports.outside_twice values[1]"}));
    EXPECT_EQ(wrong_at("sample-index", "Sample Index"), (Wrong{"reports.outside_shape indicator"}));
    EXPECT_EQ(said(parse_outside_figures("[]")), "national_reports.outside_shape:file");
    EXPECT_EQ(said(parse_outside_figures("{")), "json.malformed");
}

class Outside : public testing::TestWithParam<Engine> {};
INSTANTIATE_TEST_SUITE_P(Both, Outside, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(Outside, IsKeptUntilItEnds) {
    House house(GetParam());
    const auto id = house.work([&](ledger::Work& work) {
        return store::add_outside(
            work.session(),
            {{}, parse_outside_figures(whole).value(), sha256(whole), "secretariat", 1, work.now(), {}});
    });
    house.work([&](ledger::Work& work) {
        const auto kept = store::outside(work.session(), id);
        ASSERT_TRUE(kept.has_value());
        EXPECT_EQ(kept->figures.source_day, Day::parse("2024-09-12"));
        EXPECT_EQ(kept->figures.source_address, "https://example.org/index");
        EXPECT_EQ(kept->figures.values,
                  (std::vector<OutsideValue>{{"XXA", 2024, "12.50"}, {"XXB", 2024, "-1"}}));
        EXPECT_EQ(store::outside_sets(work.session()).size(), 1U);
        EXPECT_TRUE(store::end_outside(work.session(), id, work.now()));
        EXPECT_FALSE(store::end_outside(work.session(), id, work.now()));
        EXPECT_TRUE(store::outside_sets(work.session()).empty());
    });
}

} // namespace
} // namespace poa::national_reports::test
