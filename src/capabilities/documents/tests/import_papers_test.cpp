// SPDX-License-Identifier: Apache-2.0
#include "corpus.hpp"

#include <gtest/gtest.h>

namespace poa::documents::test {
namespace {

TEST(ImportOfPapers, KnowsTheirAuthors) {
    EXPECT_EQ(parse_seed("canada.txt").submitted_by, "state:CAN");
    EXPECT_EQ(parse_seed("new-zealand.txt").submitted_by, "state:NZL");
    EXPECT_EQ(parse_seed("cyberpeace-institute.txt").submitted_by, "organisation:cyberpeace-institute");
    EXPECT_EQ(parse_seed("multistakeholder-paper.txt").submitted_by, "organisation:multistakeholder");
}

TEST(ImportOfPapers, KnowsTitlesDatesAndKinds) {
    ParsedDocument paper = parse_seed("new-zealand.txt");
    EXPECT_TRUE(paper.title.starts_with("Establishing a UN Programme of Action"));
    EXPECT_EQ(paper.date->iso(), "2023-04-12");
    EXPECT_EQ(paper.kind, "paper");
    EXPECT_FALSE(paper.symbol);
    EXPECT_EQ(parse_seed("cyberpeace-institute.txt").title, "Statement on the Cyber Programme of Action");
    EXPECT_FALSE(parse_seed("multistakeholder-paper.txt").date); // "July 2023" is no day
}

TEST(ImportOfPapers, GivesAnchors) {
    ParsedDocument zealand = parse_seed("new-zealand.txt");
    for (const char* anchor : {"title", "para-1", "para-2/b4", "para-4.1", "para-4.5"})
        EXPECT_NE(find(zealand, anchor), nullptr) << anchor;
    ParsedDocument canada = parse_seed("canada.txt");
    for (const char* anchor : {"section-context", "section-scope-and-mandate", "p7/b7", "p33"})
        EXPECT_NE(find(canada, anchor), nullptr) << anchor;
    ParsedDocument many = parse_seed("multistakeholder-paper.txt");
    for (const char* anchor : {"section-i", "section-iii", "section-ii/b4", "p5/b14"})
        EXPECT_NE(find(many, anchor), nullptr) << anchor;
    ParsedDocument institute = parse_seed("cyberpeace-institute.txt");
    EXPECT_NE(find(institute, "section-modalities-for-stakeholder-engagement"), nullptr);
}

TEST(ImportOfPapers, TellsOfLinksItCannotKeep) {
    ParsedDocument canada = parse_seed("canada.txt");
    ASSERT_EQ(canada.remarks.size(), 1U);
    EXPECT_EQ(canada.remarks[0].code, "link_dropped");
    EXPECT_EQ(canada.remarks[0].line, 66U);
}

} // namespace
} // namespace poa::documents::test
