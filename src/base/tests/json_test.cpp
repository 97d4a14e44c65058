// SPDX-License-Identifier: Apache-2.0
#include "base/json.hpp"
#include "base/json_value.hpp"
#include "base/require.hpp"

#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include <cmath>

namespace poa {
namespace {

using namespace std::string_literals;

TEST(JsonWriter, writes_nested_values_with_commas_where_they_belong) {
    std::string out;
    JsonWriter json(out);
    json.begin_object().key("a").value(1).key("b").begin_array().value("x").value(true).null().end_array();
    json.key("c").begin_object().end_object().key("d").raw("[1]").key_escaped("q\"").value(-5).end_object();
    EXPECT_EQ(out, R"({"a":1,"b":["x",true,null],"c":{},"d":[1],"q\"":-5})");
}

TEST(JsonWriter, escapes_and_is_read_back_the_same) {
    std::string text = "quote \" back \\ line \n tab \t bell \x07 é 北 \x7F";
    std::string out;
    append_json_string(out, text);
    auto back = parse_json(out);
    ASSERT_TRUE(back);
    EXPECT_EQ(std::string(back->as_string().data(), back->as_string().size()), text);
}

TEST(JsonWriter, escapes_at_every_place) {
    for (std::size_t size = 1; size < 80; ++size)
        for (std::size_t place = 0; place < size; ++place) {
            std::string text(size, 'x'), json;
            text[place] = '\x1f';
            append_json_string(json, text);
            EXPECT_EQ(json,
                      "\"" + std::string(place, 'x') + "\\u001f" + std::string(size - place - 1, 'x') + "\"");
        }
}

TEST(JsonWriter, refuses_numbers_that_are_not_finite) {
    std::string out;
    EXPECT_THROW(JsonWriter(out).value(std::nan("")), OurMistake);
    EXPECT_THROW(JsonWriter(out).value(INFINITY), OurMistake);
}

TEST(ParseJson, takes_json) {
    for (const char* good :
         {"{}", "[]", " 1 ", "\"é\"", "{\"a\":{\"a\":1}}", "1.5e3", "-0", "9223372036854775807", "null"})
        EXPECT_TRUE(parse_json(good)) << good;
}

TEST(ParseJson, refuses_what_others_let_pass) {
    struct Case {
        std::string text, code;
    };
    const Case table[] = {
        {"", "json.malformed"},
        {"{} x", "json.malformed"},
        {"{\"a\":1,}", "json.malformed"},
        {"\"\xFF\"", "json.malformed"},
        {"\"\\ud800\"", "json.malformed"},
        {"\"\n\"", "json.malformed"},
        {"[1", "json.malformed"},
        {std::string(100, '['), "json.malformed"},
        {"{\"a\":1,\"a\":2}", "json.repeated_key"},
        {"{\"a\":1,\"\\u0061\":2}", "json.repeated_key"},
        {"1e400", "json.number"},
        {"[18446744073709551616]", "json.number"},
        {"// x\n1", "json.malformed"},
    };
    for (const Case& each : table) {
        auto parsed = parse_json(each.text);
        ASSERT_FALSE(parsed) << each.text;
        EXPECT_TRUE(parsed.error().has(each.code)) << each.text << ": " << parsed.error().reasons[0].code;
    }
}

TEST(ParseJson, never_falls_over_random_bytes) {
    std::uint64_t state = 7;
    auto next = [&] { return state = state * 6364136223846793005ULL + 1442695040888963407ULL, state >> 33; };
    const std::string alphabet = "{}[]\",:0123456789eE+-.\\utrfalsn \x80\xC3\xA9";
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (std::uint64_t length = next() % 24; length > 0; --length)
            text += alphabet[next() % alphabet.size()];
        if (auto parsed = parse_json(text)) {
            EXPECT_TRUE(parse_json(boost::json::serialize(*parsed))) << text;
        }
    }
}

} // namespace
} // namespace poa
