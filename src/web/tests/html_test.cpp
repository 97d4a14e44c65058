// SPDX-License-Identifier: Apache-2.0
#include "web/html.hpp"

#include <gtest/gtest.h>

namespace poa::web {
namespace {

using namespace html;

const std::string hostile = R"(<script>alert("x")</script> & 'y')";
const std::string harmless = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;";

TEST(Html, text_is_escaped_wherever_it_stands) {
    Html made = div(css(hostile), p(hostile), span(std::string_view(hostile)), td(hostile.c_str()));
    EXPECT_EQ(made.text(), "<div class=\"" + harmless + "\"><p>" + harmless + "</p><span>" + harmless +
                               "</span><td>" + harmless + "</td></div>");
}

// Text is passed over in blocks: what is special must be found at every place of a block and behind the last.
TEST(Html, text_is_escaped_at_every_place) {
    for (std::size_t size = 0; size < 80; ++size)
        for (std::size_t place = 0; place < size; ++place) {
            std::string text(size, 'x');
            text[place] = '<';
            Html made = p(text);
            EXPECT_EQ(made.text(),
                      "<p>" + std::string(place, 'x') + "&lt;" + std::string(size - place - 1, 'x') + "</p>");
        }
    std::string bytes;
    for (int byte = 0; byte < 256; ++byte)
        if (std::string_view("&<>\"'").find(static_cast<char>(byte)) == std::string_view::npos)
            bytes += static_cast<char>(byte);
    EXPECT_EQ(Html(group(bytes)).text(), bytes);
}

TEST(Html, an_address_below_another_keeps_its_slashes) {
    Url passages = Url::of("documents", "a-78-76", "passages");
    EXPECT_EQ(passages.below("egy/para-17").text(), "/documents/a-78-76/passages/egy/para-17");
    EXPECT_EQ(passages.below("a b?c#d").text(), "/documents/a-78-76/passages/a%20b%3Fc%23d");
}

TEST(Html, addresses_are_typed) {
    Html made = a(href(Url::of("documents", hostile)), "x");
    EXPECT_EQ(made.text().find("<script"), std::string::npos);
    for (const char* bad : {"javascript:alert(1)", "//evil.example", "/\\evil.example", "",
                            "data:text/html,x", "/a b", "/a\nb"})
        EXPECT_FALSE(Url::same_site(bad)) << bad;
    for (const char* bad : {"javascript:alert(1)", "/x", "ftp://x", "https://x y", "https://x\"y"})
        EXPECT_FALSE(Url::outside(bad)) << bad;
    EXPECT_EQ(Url("/search").with("q", "a&b c").with("empty", "").with("x", "1").text(),
              "/search?q=a%26b%20c&x=1");
    EXPECT_EQ(Url::of("documents", "a-78-76").at("egy/para-17").text(), "/documents/a-78-76#egy/para-17");
}

TEST(Html, lists_conditions_numbers_and_optional_parts) {
    std::vector<int> numbers = {1, 2};
    std::optional<std::string> nothing, something = "s";
    Html made = ul(each(numbers, [](int n) { return li(n); }), when(true, [] { return li("yes"); }),
                   when(false, [] { return li("no"); }), nothing, something);
    EXPECT_EQ(made.text(), "<ul><li>1</li><li>2</li><li>yes</li>s</ul>");
}

TEST(Html, attributes_may_be_absent_and_flags_have_no_value) {
    Html made = input(type("text"), required(), disabled(false), value("x", false), name("n"));
    EXPECT_EQ(made.text(), "<input type=\"text\" required name=\"n\">");
}

TEST(Html, temporaries_are_kept) {
    auto element = p(std::string("a temporary text that is too long for a small string"));
    Html made = element;
    EXPECT_EQ(made.text(), "<p>a temporary text that is too long for a small string</p>");
    Html outer = div(made, Html(p("x")));
    EXPECT_EQ(outer.text(), "<div>" + made.text() + "<p>x</p></div>");
}

// What must not compile: text that claims to be markup, event handlers, inline style.
static_assert(!std::is_constructible_v<Html, std::string>);
static_assert(!std::is_constructible_v<Html, const char*>);
static_assert(!std::is_constructible_v<Url, std::string>);
static_assert(!std::is_invocable_v<decltype([](auto&& text) -> decltype(href(text)) { return href(text); }),
                                   std::string>);

} // namespace
} // namespace poa::web
