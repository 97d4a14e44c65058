// SPDX-License-Identifier: Apache-2.0
#include "web/form.hpp"
#include "web/refusals.hpp"

#include <gtest/gtest.h>

namespace poa::web {
namespace {

struct Nomination {
    std::string email, note, level;
    Secret password;
};
const Input<Nomination>& nomination() {
    static const auto input =
        Input<Nomination>("contacts.nominate")
            .email("email", &Nomination::email, {.label = "E-mail", .hint = "For work"})
            .multiline("note", &Nomination::note, {.label = "Note", .required = false})
            .choice("level", &Nomination::level, {.label = "Level", .choices = {{"t", "T"}, {"d", "D"}}})
            .secret("password", &Nomination::password, {.label = "Password"});
    return input;
}

struct Drawn {
    http::Request request;
    http::Parameters path;
    Visit visit{request, path, Wording::in(Language::en), Face::html, std::make_shared<Visitor>()};
};

TEST(Form, has_a_label_a_hint_and_the_limits_of_each_field) {
    Drawn drawn;
    std::string text =
        form_for(nomination(), Url("/contacts/nominate"), drawn.visit, {}, {.submit = "Send"}).text();
    EXPECT_NE(text.find("<label class=\"form-label\" for=\"field-email\">E-mail</label>"), std::string::npos)
        << text;
    EXPECT_NE(text.find("maxlength=\"200\""), std::string::npos) << text;
    EXPECT_NE(text.find("aria-describedby"), std::string::npos);
    EXPECT_NE(text.find("method=\"post\""), std::string::npos);
}

TEST(Form, shows_what_was_entered_and_what_is_wrong_but_never_a_password) {
    Drawn drawn;
    Sentences sentences;
    std::vector<std::pair<std::string, std::string>> pairs = {
        {"email", "x\"y"}, {"note", "<b>"}, {"level", "d"}, {"password", "hunter2hunter2"}};
    InputValues values = InputValues::from_pairs(pairs);
    Refusal problems = nomination().parse(values).error();
    std::string text = form_for(nomination(), Url("/contacts/nominate"), drawn.visit,
                                {&values, &problems, &sentences}, {.submit = "Send"})
                           .text();
    EXPECT_NE(text.find("x&quot;y"), std::string::npos);
    EXPECT_NE(text.find("&lt;b&gt;"), std::string::npos);
    EXPECT_NE(text.find("<option value=\"d\" selected>"), std::string::npos) << text;
    EXPECT_NE(text.find("aria-invalid=\"true\""), std::string::npos);
    EXPECT_NE(text.find("href=\"#field-email\""), std::string::npos);
    EXPECT_NE(text.find("This is not an e-mail address."), std::string::npos);
    EXPECT_EQ(text.find("hunter2"), std::string::npos);
}

TEST(Sentences, fill_in_the_facts_and_fall_back_to_the_code) {
    Sentences sentences;
    const Wording& in = Wording::in(Language::en);
    EXPECT_EQ(sentences.say({"input.too_long", "name", {{"max", "10"}, {"is", "12"}}, ""}, in),
              "At most 10 characters, please; this has 12.");
    EXPECT_EQ(sentences.say({"nobody.knows", "", {}, ""}, in), "nobody.knows");
}

// No technical name in a sentence: a fact that is a source string is said in the reader's language.
TEST(Sentences, SayFactsThatAreWordsInTheReadersLanguage) {
    Sentences sentences;
    sentences.add("sample.waits", "{step}: {step_words}");
    const Reason reason{"sample.waits", "", {{"step", "Draft"}, {"step_words", "Draft"}}, ""};
    EXPECT_EQ(sentences.say(reason, Wording::in(Language::en)), "Draft: Draft");
    EXPECT_EQ(sentences.say(reason, Wording::in(Language::fr)),
              "Draft: " + std::string(Wording::in(Language::fr).tr(std::string_view("Draft"))));
    EXPECT_NE(sentences.say(reason, Wording::in(Language::fr)), "Draft: Draft");
}

} // namespace
} // namespace poa::web
