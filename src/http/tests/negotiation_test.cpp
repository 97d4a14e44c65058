// SPDX-License-Identifier: Apache-2.0
#include "http/accept.hpp"
#include "http/conditional.hpp"
#include "http/quality.hpp"

#include <gtest/gtest.h>

#include <random>

namespace poa::http {
namespace {

constexpr std::array<std::string_view, 3> faces{"text/html", "application/json", "text/csv"};
constexpr std::array<std::string_view, 6> languages{"en", "fr", "ar", "zh", "es", "ru"};

struct Choice {
    std::string_view header;
    std::optional<std::size_t> wanted;
};

TEST(Accept, TakesTheBestOfWhatIsOffered) {
    const std::vector<Choice> table{
        {"", 0},
        {"*/*", 0},
        {"application/json", 1},
        {"APPLICATION/JSON", 1},
        {"text/*", 0},
        {"text/*;q=0.5, application/json", 1},
        {"text/html;q=0.2, */*;q=0.1", 0},
        {"text/html;q=0, */*", 1},
        {"text/html;q=0, text/*", 2},
        {"application/json;q=0.5, text/csv;q=0.5", 1},
        {"application/xml", std::nullopt},
        {"*/*;q=0", std::nullopt},
        {"text/html;level=1", std::nullopt},
        {"text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", 0},
        {";;;", 0},
        {"text/html;q=abc", 0},
        {",,application/json ; q = 0.9,,", 1},
        {"text/csv;q=1.000;ext=\"a,b\"", 2},
    };
    for (const Choice& row : table) EXPECT_EQ(choose(row.header, faces), row.wanted) << row.header;
    EXPECT_FALSE(choose("*/*", {}));
}

TEST(Accept, ComparesParametersOfWhatIsOffered) {
    constexpr std::array<std::string_view, 2> taxii{"application/taxii+json;version=2.1", "application/json"};
    EXPECT_EQ(choose("application/taxii+json;version=2.1", taxii), 0);
    EXPECT_EQ(choose("application/taxii+json; version=\"2.1\"", taxii), 0);
    EXPECT_EQ(choose("application/taxii+json", taxii), 0);
    EXPECT_EQ(choose("application/taxii+json;version=2.0", taxii), std::nullopt);
    EXPECT_EQ(
        choose("application/taxii+json;version=2.1;q=0.1, application/taxii+json, application/json;q=0.5",
               taxii),
        1);
}

TEST(AcceptLanguage, LooksUpByShorteningTheTag) {
    const std::vector<Choice> table{
        {"", std::nullopt},
        {"fr", 1},
        {"FR-ca", 1},
        {"zh-Hant-TW", 3},
        {"zh-x-private", 3},
        {"de, es;q=0.5", 4},
        {"en;q=0.1, ru;q=0.9", 5},
        {"de", std::nullopt},
        {"*", 0},
        {"en;q=0, *", 1},
        {"f", std::nullopt},
        {"fr;q=0", std::nullopt},
        {"de-DE, de;q=0.9, *;q=0.1", 0},
        {"-,--,;q=1,fr", 1},
    };
    for (const Choice& row : table)
        EXPECT_EQ(choose_language(row.header, languages), row.wanted) << row.header;
}

TEST(Accept, NeverFallsOverAnyHeader) {
    std::mt19937 random(7);
    constexpr std::string_view letters = "*/;,q=0.19 \"\\texhml-en\t";
    for (int i = 0; i < 20'000; ++i) {
        std::string header(random() % 40, ' ');
        for (char& c : header) c = letters[random() % letters.size()];
        auto face = choose(header, faces);
        auto language = choose_language(header, languages);
        EXPECT_TRUE(!face || *face < faces.size());
        EXPECT_TRUE(!language || *language < languages.size());
        (void)accepts_gzip(header);
        (void)matches_any(header, "\"x\"");
        RangeWanted range = read_range("bytes=" + header, 10);
        EXPECT_TRUE(range.kind != RangeWanted::Kind::part || range.first + range.length <= 10) << header;
    }
}

TEST(AcceptEncoding, ReadsQualities) {
    for (std::string_view yes :
         {"gzip", "deflate, gzip", "GZIP", "x-gzip", "*", "gzip;q=0.5", "br;q=1.0, gzip;q=0.8, *;q=0.1",
          "gzip, identity", "identity;q=0.5, gzip;q=0.6"})
        EXPECT_TRUE(accepts_gzip(yes)) << yes;
    for (std::string_view no : {"", "identity", "deflate", "gzip;q=0", "gzip;q=0.000", "*;q=0", "gzip;q=0, *",
                                "identity, gzip;q=0.5", "gzipped", "gzip;q=2"})
        EXPECT_FALSE(accepts_gzip(no)) << no;
}

TEST(EntityTags, AreComparedWeaklyForIfNoneMatch) {
    for (std::string_view yes : {"\"a\"", "W/\"a\"", "\"b\", \"a\"", "\"b\",W/\"a\"", "*", " * ", ", ,\"a\""})
        EXPECT_TRUE(matches_any(yes, "\"a\"")) << yes;
    for (std::string_view no : {"", "a", "\"b\"", "\"A\"", "\"a", "w/\"a\"", "\"x\"\"", "\"\""})
        EXPECT_FALSE(matches_any(no, "\"a\"")) << no;
    EXPECT_TRUE(matches_any("\"a,b\", \"c\"", "\"c\""));
    EXPECT_TRUE(matches_any("\"a\"", "W/\"a\""));
    EXPECT_TRUE(same_strongly("\"a\"", "\"a\""));
    EXPECT_FALSE(same_strongly("W/\"a\"", "W/\"a\""));
    EXPECT_FALSE(same_strongly("", ""));
}

TEST(Range, TableOfARangeInTenBytes) {
    using Kind = RangeWanted::Kind;
    struct Row {
        std::string_view header;
        Kind kind;
        std::uint64_t first = 0, length = 0;
    };
    const std::vector<Row> table{
        {"bytes=0-0", Kind::part, 0, 1},
        {"bytes=0-9", Kind::part, 0, 10},
        {"bytes=2-5", Kind::part, 2, 4},
        {"bytes=5-", Kind::part, 5, 5},
        {"bytes=5-99", Kind::part, 5, 5},
        {"bytes=-3", Kind::part, 7, 3},
        {"bytes=-99", Kind::part, 0, 10},
        {"Bytes= 1 - 2 ", Kind::part, 1, 2},
        {"bytes=10-", Kind::unsatisfiable},
        {"bytes=99-100", Kind::unsatisfiable},
        {"bytes=-0", Kind::unsatisfiable},
        {"bytes=5-2", Kind::whole},
        {"bytes=0-1,3-4", Kind::whole},
        {"bytes=-", Kind::whole},
        {"bytes=a-b", Kind::whole},
        {"bytes=--1", Kind::whole},
        {"bytes=18446744073709551616-", Kind::whole},
        {"bytes=1-18446744073709551615", Kind::part, 1, 9},
        {"lines=1-2", Kind::whole},
        {"bytes", Kind::whole},
        {"", Kind::whole},
    };
    for (const Row& row : table) {
        RangeWanted range = read_range(row.header, 10);
        EXPECT_EQ(range.kind, row.kind) << row.header;
        EXPECT_EQ(range.first, row.first) << row.header;
        EXPECT_EQ(range.length, row.length) << row.header;
    }
    EXPECT_EQ(read_range("bytes=0-", 0).kind, Kind::unsatisfiable);
}

} // namespace
} // namespace poa::http
