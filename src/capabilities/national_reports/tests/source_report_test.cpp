// SPDX-License-Identifier: Apache-2.0
// Documents that stand as reports: passages as people write them, rows on both databases.
#include "capabilities/national_reports/store_sources.hpp"
#include "report_house.hpp"

namespace poa::national_reports::test {
namespace {

TEST(SourcePassages, AreReadAsPeopleCiteThem) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    const auto passages = read_source_passages(
        "norm-f: 13 (f)\r\n\n norm-g:para-13/g\nnorm-f: 13(f)\ncbm-1: 17", "passages", problems);
    EXPECT_TRUE(problems.reasons.empty());
    EXPECT_EQ(passages, (std::vector<SourcePassage>{
                            {"norm-f", "para-13/f"}, {"norm-g", "para-13/g"}, {"cbm-1", "para-17"}}));
    EXPECT_EQ(read_source_passages(text_of(passages), {}, problems), passages);
}

TEST(SourcePassages, EveryLineThatIsNoneIsTold) {
    for (const char* line : {"norm-f", "norm-f:", ": 13", "Norm F: 13", "norm-f: 13 f!", "norm-f: a b"}) {
        Refusal problems{Refusal::Kind::bad_input, {}};
        EXPECT_TRUE(read_source_passages(line, "passages", problems).empty()) << line;
        ASSERT_EQ(problems.reasons.size(), 1U) << line;
        EXPECT_EQ(problems.reasons[0].code, "national_reports.source_line") << line;
        EXPECT_EQ(problems.reasons[0].field, "passages");
    }
    std::string many;
    for (int i = 1; i <= 201; ++i) many += "norm-f: " + std::to_string(i) + "\n";
    Refusal problems{Refusal::Kind::bad_input, {}};
    EXPECT_EQ(read_source_passages(many, {}, problems).size(), 201U);
    EXPECT_TRUE(problems.has("national_reports.too_many_lines"));
}

class Sources : public testing::TestWithParam<Engine> {};
INSTANTIATE_TEST_SUITE_P(Both, Sources, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(Sources, AreKeptUntilTheyEnd) {
    House house(GetParam());
    const auto add = [&](const char* body, std::int64_t year) {
        return house.work([&](ledger::Work& work) {
            return store::add_source(work.session(), {{},
                                                      body,
                                                      year,
                                                      "a-99-1",
                                                      "A/99/1",
                                                      {{"norm-f", "para-13/f"}},
                                                      "secretariat",
                                                      1,
                                                      work.now(),
                                                      {}});
        });
    };
    const auto listed = [&](std::int64_t year, std::string_view body = {}) {
        std::string bodies;
        for (const KeptSource& source :
             house.read([&](storage::Session& session) { return store::sources(session, year, body); }))
            bodies += source.body + " " + std::to_string(source.year) + " " + text_of(source.passages);
        return bodies;
    };
    add("state:XXB", 2026);
    const auto first = add("state:XXA", 2026);
    add("organisation:sample-union", 2025);
    EXPECT_EQ(listed(0), "state:XXA 2026 norm-f: para-13/f\nstate:XXB 2026 norm-f: para-13/f\n"
                         "organisation:sample-union 2025 norm-f: para-13/f\n");
    EXPECT_EQ(listed(2026, "state:XXB"), "state:XXB 2026 norm-f: para-13/f\n");
    house.work([&](ledger::Work& work) {
        EXPECT_TRUE(store::end_source(work.session(), first, work.now()));
        EXPECT_FALSE(store::end_source(work.session(), first, work.now()));
        EXPECT_TRUE(store::source(work.session(), first)->ended_at.has_value());
    });
    EXPECT_EQ(listed(2026), "state:XXB 2026 norm-f: para-13/f\n");
}

} // namespace
} // namespace poa::national_reports::test
