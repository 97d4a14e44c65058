// SPDX-License-Identifier: Apache-2.0
// What the pages of documents give: never a passage of another text, never a comparison of another document.
#include "capabilities/documents/pages_loading.hpp"
#include "library.hpp"

#include <gtest/gtest.h>

namespace poa::documents {
namespace {

using test::Library;

struct Visiting {
    http::Request request;
    http::Parameters path;
    web::Visit visit{request, path, web::Wording::in(web::Language::en), web::Face::json,
                     std::make_shared<web::Visitor>()};
};

class PagesLoading : public ::testing::TestWithParam<poa::test::Engine> {
  protected:
    Library library{GetParam()};
    Visiting visitor;

    Result<PassagesPage> passages_after(std::int64_t after) {
        DocumentQuery query;
        query.document = "open";
        query.after = after;
        return library.read([&](storage::Session& s) { return load_passages(s, visitor.visit, query); });
    }
    Result<ReaderPage> whole_after(std::int64_t after) {
        DocumentQuery query;
        query.document = "open";
        query.after = after;
        return library.read([&](storage::Session& s) { return load_whole(s, visitor.visit, query); });
    }
    Result<ComparisonPage> comparison(std::int64_t number, std::string document) {
        ComparisonQuery query;
        query.document = std::move(document);
        query.comparison = ComparisonId{number};
        return library.read([&](storage::Session& s) { return load_comparison(s, visitor.visit, query); });
    }
};

// A number so large that it would wrap round to the keys of an older, restricted text.
TEST_P(PagesLoading, GoingOnNeverLeavesTheText) {
    library.add("# Members\n\nThe zephyranthes windmill plan.\n", "members.txt", Audience::member_states);
    library.add("# Open\n\nThe quarterly windmill report.\n", "open.txt");
    EXPECT_EQ(passages_after(-1)->rows.size(), 2u);
    EXPECT_EQ(passages_after(0)->rows.size(), 1u);
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    std::int64_t second = 2 * PassageKey::ordinals;
    for (std::int64_t after : {most, most - 1, most - second, most - second + 1, second, -second - 1}) {
        auto page = passages_after(after);
        auto whole = whole_after(after);
        ASSERT_TRUE(page && whole) << after;
        for (const PassageRow& row : page->rows)
            EXPECT_EQ(row.text.find("zephyranthes"), std::string::npos) << after;
        for (const PassageRow& row : whole->passages)
            EXPECT_EQ(row.text.find("zephyranthes"), std::string::npos) << after;
    }
}

TEST_P(PagesLoading, ANumberBeyondAllTextsIsRefusedAtItsField) {
    for (const char* number : {"9223372036854775807", "9223372036854775806", "1048576"}) {
        InputValues values;
        values.set("document", "open");
        values.set("after", number);
        auto asked = input_of(Of<DocumentQuery>{}).parse(values);
        ASSERT_FALSE(asked) << number;
        EXPECT_EQ(asked.error().reasons.front().field, "after");
    }
}

// A comparison stands at the addresses of the two documents it compares, and at no other.
TEST_P(PagesLoading, AComparisonBelongsToItsDocuments) {
    for (const char* file : {"a-78-76.txt", "canada.txt", "cyberpeace-institute.txt"}) library.add_seed(file);
    EXPECT_TRUE(comparison(1, "canada"));
    EXPECT_TRUE(comparison(1, "a-78-76"));
    EXPECT_FALSE(comparison(1, "cyberpeace-institute"));
    EXPECT_FALSE(comparison(1, "no-such-document"));
    EXPECT_FALSE(comparison(2, "canada"));
}

INSTANTIATE_TEST_SUITE_P(Both, PagesLoading, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

} // namespace
} // namespace poa::documents
