// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/yaml_reading.hpp"

#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include <random>

namespace poa::charter {
namespace {

std::string json(std::string_view yaml) {
    auto read = read_yaml(yaml);
    return read ? boost::json::serialize(read->json) : read.error().reasons.front().code;
}

std::string refusal_with_line(std::string_view yaml) {
    auto read = read_yaml(yaml);
    if (read) return "read";
    for (const auto& [name, value] : read.error().reasons.front().facts)
        if (name == "line") return read.error().reasons.front().code + " line " + value;
    return read.error().reasons.front().code;
}

TEST(Yaml, IsReadAsItsCoreSchemaHasIt) {
    EXPECT_EQ(json("a: 12\nb: [1, -2, +3]\nc: {d: true, e: null}\n"),
              R"({"a":12,"b":[1,-2,3],"c":{"d":true,"e":null}})");
    EXPECT_EQ(json("yes: off\nday: 2026-07-20\nversion: 1.2.3\nempty:\n"),
              R"({"yes":"off","day":"2026-07-20","version":"1.2.3","empty":null})")
        << "what older YAML takes for something else is text";
    EXPECT_EQ(json("a: \"12\"\nb: 'true'\nc: 0.5\nd: .5\ne: 1e9\nf: 0x10\n"),
              R"({"a":"12","b":"true","c":5E-1,"d":".5","e":"1e9","f":"0x10"})");
    EXPECT_EQ(json("text: >-\n  one\n  two\n"), R"({"text":"one two"})");
}

TEST(Yaml, WhatIsDangerousIsRefusedWithItsLine) {
    EXPECT_EQ(refusal_with_line("a: &x 1\nb: 2\n"), "yaml.alias line 1");
    EXPECT_EQ(refusal_with_line("a: 1\nb: *x\n"), "yaml.alias line 2") << "an alias of nothing";
    EXPECT_EQ(refusal_with_line("a: 1\n\nb:\n  c: 1\n  c: 2\n"), "yaml.repeated_key line 5");
    EXPECT_EQ(refusal_with_line("a: !!binary aGk=\n"), "yaml.tag line 1");
    EXPECT_EQ(refusal_with_line("a: 1\nb: !own x\n"), "yaml.tag line 2");
    EXPECT_EQ(refusal_with_line("? [a, b]\n: 1\n"), "yaml.key_not_text line 1");
    EXPECT_EQ(refusal_with_line("~: 1\n"), "yaml.key_not_text line 1");
    EXPECT_EQ(refusal_with_line("a: 1\n---\nb: 2\n"), "yaml.several_documents line 2");
    EXPECT_EQ(refusal_with_line(""), "yaml.empty line 1");
    EXPECT_EQ(refusal_with_line("# nothing\n"), "yaml.empty line 1");
    EXPECT_EQ(refusal_with_line("a: 99999999999999999999\n"), "yaml.number line 1");
    EXPECT_EQ(refusal_with_line("a: [1, 2\nb: 3\n").substr(0, 14), "yaml.malformed");
    EXPECT_EQ(refusal_with_line("a: 1\nb: \"x\\0y\"\n"), "yaml.control_character line 2");
    EXPECT_EQ(refusal_with_line("a: 1\nb: x\x01y\n"), "yaml.control_character line 2");
    EXPECT_EQ(refusal_with_line("a: 1\n# \x7f\n"), "yaml.control_character line 2");
    EXPECT_EQ(refusal_with_line("a: 1\nb: ! x\n"), "yaml.tag line 2");
    EXPECT_EQ(refusal_with_line("a: \xff\n"), "yaml.not_utf8 line 1");
    EXPECT_EQ(refusal_with_line(std::string(yaml_bytes_max + 1, 'a')), "yaml.too_long line 1");
    EXPECT_EQ(refusal_with_line(std::string(20, '[') + std::string(20, ']')), "yaml.too_deep line 1");
}

TEST(Yaml, AliasesThatWouldGrowWithoutEndAreNotFollowed) {
    std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 20; ++i) {
        const std::string name = "a" + std::to_string(i), before = "*a" + std::to_string(i - 1);
        bomb += name + ": &" + name + " [" + before + ", " + before + ", " + before + "]\n";
    }
    EXPECT_EQ(refusal_with_line(bomb), "yaml.alias line 1");
}

TEST(Yaml, KnowsTheLineOfEveryThing) {
    auto read = read_yaml("a:\n  b: 1\n  c:\n    - x\n    - y\n");
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->line_of("/a/b"), 2);
    EXPECT_EQ(read->line_of("/a/c/1"), 5);
    EXPECT_EQ(read->line_of("/a/c/1/deeper/still"), 5) << "the nearest thing around it";
    EXPECT_EQ(read->line_of("/nothing"), 1);
}

TEST(Yaml, NoTextBreaksIt) {
    const std::string whole =
        "charter: x\ntitle: {en: \"T\"}\nkind: own\nplenary:\n  every_months: {value: 12, note: >-\n"
        "    a b\n    c}\n  days: [1, -2]\n";
    const std::string marks = ":-[]{}&*!|>'\"%@`#,? \n\t\\a1";
    std::mt19937 random(7);
    for (int i = 0; i < 20'000; ++i) {
        std::string text = whole;
        for (int change = 0; change < 3; ++change)
            text[random() % text.size()] = marks[random() % marks.size()];
        static_cast<void>(read_yaml(text)); // gives a value or a refusal, and comes back
    }
}

} // namespace
} // namespace poa::charter
