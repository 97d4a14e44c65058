// SPDX-License-Identifier: Apache-2.0
// Words quoted of a passage: found in its text, and marked on its page.
#include "capabilities/documents/pages_drawing.hpp"
#include "capabilities/documents/pages_quote.hpp"

#include <gtest/gtest.h>

namespace poa::documents {
namespace {

std::string found(std::string_view text, std::string_view quote) {
    auto stretch = find_quote(text, quote);
    return stretch ? std::string(text.substr(stretch->begin, stretch->end - stretch->begin)) : "nothing";
}

TEST(Quote, IsFoundAsItStands) {
    EXPECT_EQ(found("on a rotating basis", "rotating"), "rotating");
    EXPECT_EQ(found("on a rotating basis", "on a rotating basis"), "on a rotating basis");
    EXPECT_EQ(found("one, one", "one"), "one");
    EXPECT_EQ(found("Конвенция о праве", "о праве"), "о праве");
}

TEST(Quote, AnyWhiteSpaceAndTypographicMarkWillDo) {
    EXPECT_EQ(found("on a\n rotating\u00A0basis", "a rotating basis"), "a\n rotating\u00A0basis");
    EXPECT_EQ(found("on a rotating basis", "a  rotating\tbasis"), "a rotating basis");
    EXPECT_EQ(found("the “programme of action” is", "\"programme of action\""), "“programme of action”");
    EXPECT_EQ(found("the \"programme\" is", "“programme” is"), "\"programme\" is");
    EXPECT_EQ(found("Egypt’s reply", "Egypt's reply"), "Egypt’s reply");
    EXPECT_EQ(found("Egypt's reply", "‘s reply"), "'s reply");
    EXPECT_EQ(found("the reply", " reply "), "reply");
}

TEST(Quote, NothingElseMayDiffer) {
    EXPECT_EQ(found("on a rotating basis", "Rotating"), "nothing");
    EXPECT_EQ(found("on a rotating basis", "rotatingbasis"), "nothing");
    EXPECT_EQ(found("on a rotating basis", ""), "nothing");
    EXPECT_EQ(found("on a rotating basis", "  "), "nothing");
    EXPECT_EQ(found("", "rotating"), "nothing");
    EXPECT_EQ(found("on a", "on a rotating"), "nothing");
}

PassageRow passage_of(std::string text, std::vector<MarkRow> marks) {
    PassageRow row;
    row.text = std::move(text);
    row.marks = std::move(marks);
    return row;
}

TEST(Quote, IsMarkedOnceWhateverElseIsMarked) {
    EXPECT_EQ(draw_text(passage_of("a <b> c", {}), "d", false, Stretch{2, 5}).text(),
              "a <mark id=\"quote\">&lt;b&gt;</mark> c");
    PassageRow row = passage_of("one two three", {{"emphasis", 2, 6, "", ""}, {"note", 7, 7, "5", "note-5"}});
    EXPECT_EQ(draw_text(row, "d", false, Stretch{4, 13}).text(),
              "on<em>e </em><mark id=\"quote\"><em>tw</em>o"
              "<sup class=\"passage-reference\"><a href=\"/documents/d/passages/note-5\">5</a></sup>"
              " three</mark>");
    EXPECT_EQ(draw_text(row, "d", false).text().find("<mark"), std::string::npos);
}

} // namespace
} // namespace poa::documents
