// SPDX-License-Identifier: Apache-2.0
#include "base/audience.hpp"
#include "base/json_value.hpp"
#include "web/described.hpp"

#include <boost/describe/class.hpp>
#include <gtest/gtest.h>

namespace poa::web {
namespace {

struct Place {
    std::string label;
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(Place, (), (label, number))

struct Row {
    std::string title;
    std::optional<Day> date;
    bool is_original = false;
    Place place;
    std::vector<std::string> languages;
    Audience audience = Audience::everyone;
};
BOOST_DESCRIBE_STRUCT(Row, (), (title, date, is_original, place, languages, audience))

struct Page {
    std::string name;
    std::vector<Row> rows;
    std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(Page, (), (name, rows, next))

Page sample() {
    return {
        "List",
        {{"A, \"b\"", Day::parse("2023-04-18"), true, {"x", 7}, {"en", "fr"}, Audience::contacts}, {"=1+1"}},
        {}};
}

TEST(Described, one_struct_gives_json) {
    std::string out;
    JsonWriter json(out);
    write_json(json, sample());
    EXPECT_EQ(out, R"({"name":"List","rows":[{"title":"A, \"b\"","date":"2023-04-18","is_original":true,)"
                   R"("place":{"label":"x","number":7},"languages":["en","fr"],"audience":"contacts"},)"
                   R"({"title":"=1+1","date":null,"is_original":false,"place":{"label":"","number":0},)"
                   R"("languages":[],"audience":"public"}],"next":null})");
}

TEST(Described, one_struct_gives_csv_that_a_spreadsheet_cannot_run) {
    EXPECT_EQ(csv_of(sample()),
              "\xEF\xBB\xBFtitle,date,is_original,place.label,place.number,languages,audience\r\n"
              "\"A, \"\"b\"\"\",2023-04-18,true,x,7,en; fr,contacts\r\n"
              "\"'=1+1\",,false,,0,,public\r\n");
}

TEST(Described, one_struct_gives_its_schema) {
    std::string out;
    JsonWriter json(out);
    write_schema<Page>(json);
    auto schema = parse_json(out);
    ASSERT_TRUE(schema) << out;
    const auto& rows = schema->at("properties").at("rows");
    EXPECT_EQ(rows.at("type").as_string(), "array");
    EXPECT_EQ(rows.at("items").at("properties").at("date").at("anyOf").at(0).at("format").as_string(),
              "date");
}

} // namespace
} // namespace poa::web
