// SPDX-License-Identifier: Apache-2.0
#include "base/input.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace poa {
namespace {

struct Nomination {
    std::string email, name, note, level;
    Secret password;
    std::int64_t hours = 0;
    std::optional<Day> from;
    bool deputy = false;
    Audience audience = Audience::own_delegation;
    std::vector<std::string> languages;
    Upload letter;
};

const Input<Nomination>& nomination() {
    static const auto input =
        Input<Nomination>("contacts.nominate")
            .email("email", &Nomination::email, {.label = "E-mail"})
            .line("name", &Nomination::name, {.label = "Name", .characters_max = 10})
            .multiline("note", &Nomination::note, {.label = "Note", .required = false})
            .choice("level", &Nomination::level,
                    {.label = "Level", .choices = {{"technical", "T"}, {"diplomatic", "D"}}})
            .secret("password", &Nomination::password, {.label = "Password", .characters_min = 12}, true)
            .number("hours", &Nomination::hours, {.label = "Hours", .least = 1, .most = 72})
            .day("from", &Nomination::from, {.label = "From", .required = false})
            .tick("deputy", &Nomination::deputy, {.label = "Deputy"})
            .audience("audience", &Nomination::audience, {.label = "Audience"})
            .several("languages", &Nomination::languages,
                     {.label = "Languages", .choices = {{"en", "E"}, {"fr", "F"}}})
            .upload("letter", &Nomination::letter, {.label = "Letter", .required = false, .bytes_max = 4});
    return input;
}

std::vector<std::pair<std::string, std::string>> good_pairs() {
    return {{"email", "a@b.example"}, {"name", " Zoë "},
            {"level", "technical"},   {"password", " long enough 1"},
            {"hours", "48"},          {"from", "2026-01-02"},
            {"deputy", "on"},         {"audience", "contacts"},
            {"languages", "en"},      {"languages", "fr"}};
}

TEST(Input, reads_a_form) {
    auto pairs = good_pairs();
    auto read = nomination().parse(InputValues::from_pairs(pairs));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->name, "Zoë");
    EXPECT_EQ(read->password.reveal(), " long enough 1") << "a password is taken as typed";
    EXPECT_EQ(read->hours, 48);
    EXPECT_EQ(read->from, Day::parse("2026-01-02"));
    EXPECT_TRUE(read->deputy);
    EXPECT_EQ(read->audience, Audience::contacts);
    EXPECT_EQ(read->languages, (std::vector<std::string>{"en", "fr"}));
}

// A form of a quarter of a megabyte may hold so many names; looked for one by one they took minutes.
TEST(Input, reads_a_hundred_thousand_names_at_once) {
    std::vector<std::pair<std::string, std::string>> pairs;
    std::string json = "{";
    for (int i = 0; i < 100'000; ++i) {
        pairs.emplace_back(std::to_string(i), "x");
        json += fmt::format("\"{}\":1,", i);
    }
    pairs.emplace_back("5", "y");
    auto begun = std::chrono::steady_clock::now();
    InputValues form = InputValues::from_pairs(pairs);
    auto object = InputValues::from_json(json + "\"last\":1}");
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(5)); // it was a minute
    EXPECT_EQ(form.all().size(), 100'000u);
    EXPECT_EQ(form.find("5")->list, (std::vector<std::string>{"x", "y"}));
    ASSERT_TRUE(object);
    EXPECT_EQ(object->all().size(), 100'001u);
    auto problems = nomination().parse(*object);
    ASSERT_FALSE(problems);
    EXPECT_LE(problems.error().reasons.size(), 110u);
}

TEST(Input, reads_the_same_from_json) {
    auto values = InputValues::from_json(
        R"({"email":"a@b.example","name":"Zoë","level":"technical","password":"long enough 1","hours":48,)"
        R"("from":null,"deputy":true,"audience":"public","languages":["fr"]})");
    ASSERT_TRUE(values);
    auto read = nomination().parse(*values);
    ASSERT_TRUE(read);
    EXPECT_FALSE(read->from);
    EXPECT_EQ(read->audience, Audience::everyone);
}

TEST(Input, tells_all_problems_at_once) {
    std::vector<std::pair<std::string, std::string>> pairs = {
        {"email", "not one"}, {"name", "much too long a name"}, {"level", "other"},  {"password", "short"},
        {"hours", "73"},      {"from", "2026-02-30"},           {"deputy", "maybe"}, {"audience", "all"},
    };
    auto read = nomination().parse(InputValues::from_pairs(pairs));
    ASSERT_FALSE(read);
    std::set<std::string> found;
    for (const Reason& reason : read.error().reasons) found.insert(reason.field + " " + reason.code);
    EXPECT_EQ(found, (std::set<std::string>{
                         "audience input.not_a_choice", "deputy input.not_a_truth", "email input.not_email",
                         "from input.not_a_day", "hours input.too_large", "languages input.required",
                         "level input.not_a_choice", "name input.too_long", "password input.too_short"}));
}

TEST(Input, json_of_another_type_or_with_unknown_names_is_refused) {
    auto values =
        InputValues::from_json(R"({"email":5,"hours":"x","deputy":"on","languages":[1],"extra":1})");
    ASSERT_TRUE(values);
    auto read = nomination().parse(*values);
    ASSERT_FALSE(read);
    EXPECT_TRUE(read.error().has("input.unknown_field"));
    EXPECT_TRUE(read.error().has("input.not_text"));
    EXPECT_TRUE(read.error().has("input.not_a_number"));
    EXPECT_FALSE(InputValues::from_json("[1]"));
}

TEST(Input, fields_of_another_declaration_come_by_form_and_by_json) {
    struct Outer {
        std::string kind;
        InputValues fields;
    };
    static const auto outer = Input<Outer>("test.outer")
                                  .line("kind", &Outer::kind, {.label = "Kind"})
                                  .fields("fields", &Outer::fields, {.label = "Fields"});
    struct Inner {
        std::int64_t hours = 0;
    };
    static const auto inner = Input<Inner>("test.inner").number("hours", &Inner::hours, {.label = "Hours"});
    const std::vector<std::pair<std::string, std::string>> form = {
        {"kind", "x"}, {"fields.hours", "48"}, {"fieldsx", "1"}};
    auto by_form = outer.parse(InputValues::from_pairs(form));
    ASSERT_TRUE(by_form);
    EXPECT_EQ(inner.parse(by_form->fields)->hours, 48);
    auto by_json = outer.parse(InputValues::from_json(R"({"kind":"x","fields":{"hours":48}})").value());
    ASSERT_TRUE(by_json);
    EXPECT_EQ(inner.parse(by_json->fields)->hours, 48);
    auto not_given = outer.parse(InputValues::from_json(R"({"kind":"x"})").value());
    ASSERT_TRUE(not_given);
    EXPECT_TRUE(not_given->fields.all().empty());
    auto wrong = outer.parse(InputValues::from_json(R"({"kind":"x","fields":[1]})").value());
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().reasons.front().field, "fields");
    EXPECT_TRUE(wrong.error().has("input.not_fields"));
    auto unknown = outer.parse(InputValues::from_json(R"({"kind":"x","fields":{"other":1}})").value());
    ASSERT_TRUE(unknown);
    EXPECT_TRUE(inner.parse(unknown->fields).error().has("input.unknown_field"));
}

TEST(Input, a_line_holds_no_line_break_and_nothing_holds_control_characters) {
    auto pairs = good_pairs();
    pairs[1].second = "a\nb";
    EXPECT_TRUE(nomination().parse(InputValues::from_pairs(pairs)).error().has("input.not_text"));
    pairs[1].second = std::string("a\0b", 3);
    EXPECT_TRUE(nomination().parse(InputValues::from_pairs(pairs)).error().has("input.not_text"));
    pairs[1].second = "a\xFF";
    EXPECT_TRUE(nomination().parse(InputValues::from_pairs(pairs)).error().has("input.not_text"));
}

TEST(Input, a_file_has_a_limit) {
    auto pairs = good_pairs();
    InputValues values = InputValues::from_pairs(pairs);
    values.set("letter", Upload{"x.pdf", "application/pdf", "12345"});
    EXPECT_TRUE(nomination().parse(values).error().has("input.file_too_large"));
    values.set("letter", Upload{"x.pdf", "application/pdf", "1234"});
    EXPECT_EQ(nomination().parse(values)->letter.content, "1234");
}

} // namespace
} // namespace poa
