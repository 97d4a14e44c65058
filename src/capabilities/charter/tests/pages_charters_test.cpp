// SPDX-License-Identifier: Apache-2.0
// The list of charters, and one charter.
#include "base/text.hpp"
#include "capabilities/charter/tests/charter_pages.hpp"

namespace poa::charter {
namespace {

using namespace poa::charter::test;

TEST_F(CharterPages, ListsEveryShippedCharterWithWhosePaperItIs) {
    const ChartersPage page = load_charters(links(), visit()).value();
    EXPECT_FALSE(page.in_force.has_value());
    EXPECT_EQ(page.rows.size(), Presets::shipped().ids().size());
    const auto egypt = std::ranges::find(page.rows, "egypt", &CharterRow::id);
    ASSERT_NE(egypt, page.rows.end());
    EXPECT_EQ(egypt->authors.front().name, "Egypt");
    EXPECT_EQ(egypt->authors.front().address, "/states/egypt");
    std::int64_t said = 0;
    for (const ClauseRow& clause : one("egypt").rows)
        said += clause.said_by == "egypt" && (clause.basis == "stated" || clause.basis == "inferred") ? 1 : 0;
    EXPECT_EQ(egypt->clauses, said);
    EXPECT_GT(said, 20);
    EXPECT_EQ(page.rows.front().kind, "agreed");
    const std::string html = draw_charters(page, visit()).body.text();
    EXPECT_NE(html.find("No charter is in force."), std::string::npos);
}

TEST_F(CharterPages, StandInAlphabeticalOrderOfTheReadersLanguage) {
    auto place = [&](web::Language language, std::string_view id) {
        const auto page = load_charters(links(), visit(web::Face::html, language)).value();
        return std::ranges::find(page.rows, id, &CharterRow::id) - page.rows.begin();
    };
    EXPECT_LT(place(web::Language::en, "egypt"), place(web::Language::en, "germany"));
    EXPECT_LT(place(web::Language::en, "united-states"), place(web::Language::en, "ukraine"))
        << "by the title: Proposal of the United States";
    // "La proposition de l'Allemagne", "... de l'Égypte", "... de l'Italie": an accent does not put it last.
    EXPECT_LT(place(web::Language::fr, "germany"), place(web::Language::fr, "egypt"));
    EXPECT_LT(place(web::Language::fr, "egypt"), place(web::Language::fr, "italy"));
}

TEST_F(CharterPages, TheOneInForceComesFirstAndHasAPage) {
    found("italy");
    const ChartersPage page = load_charters(links(), visit()).value();
    ASSERT_TRUE(page.in_force.has_value());
    EXPECT_EQ(page.in_force->version, 1);
    EXPECT_EQ(page.in_force->reason, "founding");
    EXPECT_EQ(page.in_force->charter, "italy");
    EXPECT_EQ(row(one("in-force"), "groups.membership").value, "tandem");
    EXPECT_NE(load_charter_text(links(), "in-force").value().find("charter: italy"), std::string::npos);
    EXPECT_EQ(load_charter_text(links(), "egypt").value().substr(0, 10), "# SPDX-Lic");
}

TEST_F(CharterPages, RefusesACharterThereIsNot) {
    EXPECT_TRUE(load_charter(links(), visit(), {"atlantis"}).error().has("charter.no_such_preset"));
    EXPECT_TRUE(load_charter(links(), visit(), {"in-force"}).error().has("charter.none_in_force"));
    EXPECT_EQ(load_charter_text(links(), "atlantis").error().kind, Refusal::Kind::not_found);
}

// EST-14: a clause leads to the passage of the views it was read in.
TEST_F(CharterPages, EveryClauseNamesWhereItComesFrom) {
    const CharterPage egypt = one("egypt");
    EXPECT_EQ(egypt.rows.size(), clause_count);
    const ClauseRow& months = row(egypt, "plenary.every_months");
    EXPECT_EQ(months.basis, "stated");
    EXPECT_EQ(months.document, "A/78/76");
    EXPECT_TRUE(months.address.starts_with("/documents/x/passages/egy/"));
    EXPECT_FALSE(months.quote.empty());
    for (const char* id : {"egypt", "italy", "germany", "united-states"})
        for (const ClauseRow& clause : one(id).rows)
            EXPECT_EQ(clause.address.empty(), clause.passage.empty()) << id << " " << clause.path;
    const std::string html = draw_charter(egypt, visit()).body.text();
    EXPECT_NE(html.find("id=\"c-" + months.number.substr(0, 1) + "-"), std::string::npos);
    EXPECT_NE(html.find("href=\"" + months.address), std::string::npos);
}

TEST_F(CharterPages, WhatAPaperDoesNotSayIsNotPutInItsMouth) {
    const CharterPage egypt = one("egypt");
    ASSERT_EQ(egypt.bases.size(), 1U);
    EXPECT_EQ(egypt.bases.front().id, "agreed-2025");
    std::size_t inherited = 0;
    for (const ClauseRow& clause : egypt.rows) {
        inherited += clause.is_inherited ? 1 : 0;
        EXPECT_EQ(clause.is_inherited, clause.said_by != "egypt") << clause.path;
    }
    EXPECT_GT(inherited, 10U);
    CharterPage alone = egypt;
    std::erase_if(alone.rows, [](const ClauseRow& clause) { return !clause.is_inherited; });
    const std::string html = draw_charter(alone, visit()).body.text();
    EXPECT_NE(html.find("Not said by this paper; taken from:"), std::string::npos);
    EXPECT_EQ(html.find("The source says so."), std::string::npos);
    EXPECT_NE(html.find("It is no text of whoever wrote the paper"), std::string::npos);
}

// DEC-17: what can be amended is listed, clause by clause, with what each takes and by which rule.
TEST_F(CharterPages, ListsWhatMayBeAmendedAndHow) {
    const CharterPage page = one("agreed-2025");
    for (const ClauseRow& clause : page.rows) EXPECT_FALSE(clause.takes.empty()) << clause.path;
    EXPECT_EQ(row(page, "plenary.every_months").takes, "a whole number from 3 to 120 (months)");
    EXPECT_EQ(page.amending.rule, row(page, "decisions.charter").words);
    EXPECT_EQ(page.amending.rule_clause, row(page, "decisions.charter").number);
    EXPECT_NE(draw_charter(page, visit()).body.text().find("Rule for changes:"), std::string::npos);
}

TEST_F(CharterPages, ContradictionsLinkTheirClauses) {
    const Charter& agreed = Presets::shipped().agreed();
    auto outcome = read("charter: odd\ntitle: {en: Odd}\nkind: own\nbased_on: agreed-2025\n"
                        "plenary: {every_months: 60}\nreview: {every_years: [4, 4]}\n");
    ASSERT_TRUE(outcome.has_value());
    ASSERT_FALSE(outcome->charter.contradictions.empty());
    const ContradictionRow& first = outcome->charter.contradictions.front();
    EXPECT_FALSE(first.sentence.empty());
    EXPECT_EQ(first.sentence.find('{'), std::string::npos) << first.sentence;
    const std::string html = draw_read_charter(*outcome, "", visit()).body.text();
    EXPECT_NE(html.find("href=\"#" + clause_anchor(first.clauses.front()) + "\""), std::string::npos);
    EXPECT_EQ(agreed[clause::plenary::every_months], 12) << "reading changes no shipped charter";
}

// QUA-01 QUA-06: the agreed mechanism has no end and needs no renewal; it stands under the First Committee.
TEST_F(CharterPages, TheAgreedMechanismIsPermanentAndUnderTheFirstCommittee) {
    const CharterPage page = one("agreed-2025");
    EXPECT_EQ(row(page, "mechanism.ends_on").value, "none");
    EXPECT_EQ(row(page, "mechanism.ends_on").words, "no end");
    EXPECT_EQ(row(page, "mechanism.permanent").value, "yes");
    EXPECT_EQ(row(page, "mechanism.reports_to").value, "first_committee");
    EXPECT_EQ(row(page, "mechanism.reports_to").basis, "stated");
}

} // namespace
} // namespace poa::charter
