// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/commands.hpp"

#include <gtest/gtest.h>

namespace poa::identity {
namespace {

template <class Request> std::string problems_of(std::string_view json) {
    auto values = InputValues::from_json(json);
    if (!values) return values.error().reasons.front().code;
    auto request = input_of(Of<Request>{}).parse(*values);
    std::string problems;
    if (!request)
        for (const Reason& reason : request.error().reasons)
            problems += (problems.empty() ? "" : " ") + reason.field + ":" + reason.code;
    return problems;
}

TEST(Inputs, TakeWhatIsRight) {
    EXPECT_EQ(problems_of<SignIn>(R"({"email":"a@b.example","password":"x"})"), "");
    EXPECT_EQ(problems_of<Appoint>(R"({"email":"a@b.example","role":"delegate","body":"state:FRA"})"), "");
    EXPECT_EQ(problems_of<SignOut>("{}"), "");
}

TEST(Inputs, SayEverythingThatIsWrongAtOnce) {
    EXPECT_EQ(problems_of<SignIn>("{}"), "email:input.required password:input.required");
    EXPECT_EQ(
        problems_of<Appoint>(R"({"email":"a","role":"visitor","body":7,"from":"2026-02-30","admin":true})"),
        "email:input.not_email role:input.not_a_choice body:input.not_text from:input.not_a_day "
        "admin:input.unknown_field");
    EXPECT_EQ(problems_of<SignIn>(R"({"email":"a@b.example","password":")" + std::string(257, 'x') + "\"}"),
              "password:input.too_long");
    EXPECT_EQ(problems_of<EndAppointment>(R"({"appointment":-1})"), "appointment:input.too_small");
    EXPECT_EQ(problems_of<ChangeProfile>(R"({"name":"N","language":"xx","revision":1})"),
              "language:input.not_a_choice");
}

TEST(Inputs, NoFieldFillsWhatIsPrepared) {
    EXPECT_EQ(problems_of<SignIn>(R"({"email":"a@b.example","password":"x","checked":{"matches":true}})"),
              "checked:input.unknown_field");
    EXPECT_EQ(problems_of<AcceptInvitation>(R"({"token":"t","new_password":"x","hash":"y"})"),
              "hash:input.unknown_field");
}

TEST(Inputs, TheTokenOfALinkIsCarriedByTheFormAndNotAskedFor) {
    const InputSpec& spec = input_of(Of<AcceptInvitation>{});
    for (const FieldSpec& field : spec.fields())
        EXPECT_EQ(field.kind, field.name == "token" ? FieldKind::hidden : FieldKind::new_password);
}

TEST(Inputs, CookiesOfKnownBrowsersAreNamedByAccount) {
    EXPECT_EQ(known_browser_cookie("Ana@example.org"), known_browser_cookie("ana@EXAMPLE.org"));
    EXPECT_NE(known_browser_cookie("ana@example.org"), known_browser_cookie("eva@example.org"));
    EXPECT_EQ(known_browser_cookie("ana@example.org").size(), std::string("poa_browser_").size() + 12);
    EXPECT_EQ(known_browser_cookie("no address; Path=/"), "");
}

} // namespace
} // namespace poa::identity
