// SPDX-License-Identifier: Apache-2.0
// What the pages of documents give: never a passage of another text, never a comparison of another document.
#include "capabilities/documents/pages_loading.hpp"
#include "capabilities/documents/pages_rows.hpp"
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
    Result<WholePage> whole_after(std::int64_t after) {
        WholeQuery query;
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

/// Reads the parts as their links lead; the anchors of each.
std::vector<std::vector<std::string>> anchors_of_parts(Library& library, const web::Visit& visit,
                                                       WholeQuery query) {
    std::vector<std::vector<std::string>> parts;
    std::size_t count = 1;
    for (query.part = 1; parts.size() < count; ++query.part) {
        auto page = library.read([&](storage::Session& s) { return load_whole(s, visit, query); });
        if (!page) {
            ADD_FAILURE() << query.part;
            break;
        }
        EXPECT_EQ(page->part, query.part);
        EXPECT_FALSE(page->next);
        count = page->parts.size();
        parts.emplace_back();
        for (const PassageRow& row : page->passages) parts.back().push_back(row.anchor);
        const PartRow& row = page->parts[parts.size() - 1];
        EXPECT_EQ(row.anchor, parts.back().front());
        EXPECT_EQ(row.passages, std::ssize(parts.back()));
    }
    return parts;
}

TEST_P(PagesLoading, AWholeTextIsReadInPartsThatLeaveNothingOut) {
    library.add_seed("a-78-76.txt");
    visitor.visit.face = web::Face::html;
    WholeQuery query;
    query.document = "a-78-76";
    auto load = [&](const WholeQuery& asked) {
        return library.read([&](storage::Session& s) { return load_whole(s, visitor.visit, asked); });
    };
    auto first = load(query);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->part, 1) << "people begin with the first part";
    const auto parts = anchors_of_parts(library, visitor.visit, query);
    ASSERT_GT(parts.size(), 5u);
    query.paper = true;
    auto all = load(query);
    ASSERT_TRUE(all);
    EXPECT_EQ(all->part, 0);
    std::size_t place = 0;
    for (const auto& part : parts)
        for (const std::string& anchor : part) {
            ASSERT_LT(place, all->passages.size());
            EXPECT_EQ(anchor, all->passages[place++].anchor);
        }
    EXPECT_EQ(place, all->passages.size());
    query = {};
    query.document = "a-78-76";
    for (std::size_t i : {std::size_t(0), parts.size() / 2, parts.size() - 1})
        for (const std::string& anchor : {parts[i].front(), parts[i].back()}) {
            query.passage = anchor;
            EXPECT_EQ(load(query)->part, static_cast<std::int64_t>(i) + 1) << anchor;
        }
    query.passage = "nobody/para-1";
    EXPECT_EQ(load(query).error().reasons.front().code, "documents.no_such_passage");
    query = {};
    query.document = "a-78-76";
    query.part = static_cast<std::int64_t>(parts.size()) + 1;
    EXPECT_EQ(load(query).error().reasons.front().code, "documents.no_such_part");
}

TEST_P(PagesLoading, AShortTextIsOnePartAndProgramsGetAllOfALongOne) {
    for (const char* file : {"a-78-76.txt", "canada.txt"}) library.add_seed(file);
    WholeQuery query;
    query.document = "a-78-76";
    auto load = [&] {
        return library.read([&](storage::Session& s) { return load_whole(s, visitor.visit, query); });
    };
    EXPECT_EQ(load()->part, 0);
    EXPECT_EQ(load()->passages.size(), 995u);
    visitor.visit.face = web::Face::html;
    query.document = "canada";
    EXPECT_EQ(load()->part, 0);
    EXPECT_EQ(load()->parts.size(), 1u);
    EXPECT_EQ(load()->passages.size(), 47u);
}

TEST_P(PagesLoading, AListForPeopleEndsWhereItIsHeavy) {
    library.add_seed("a-78-76.txt");
    DocumentQuery query;
    query.document = "a-78-76";
    query.limit = passages_limit_max;
    auto load = [&] {
        return library.read([&](storage::Session& s) { return load_passages(s, visitor.visit, query); });
    };
    EXPECT_EQ(load()->rows.size(), static_cast<std::size_t>(passages_limit_max)) << "for a program";
    visitor.visit.face = web::Face::html;
    auto page = load();
    EXPECT_LT(page->rows.size(), static_cast<std::size_t>(passages_limit_max));
    EXPECT_EQ(page->next, page->rows.back().ordinal);
    query.limit = 200;
    EXPECT_EQ(load()->rows.size(), 200u);
}

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
