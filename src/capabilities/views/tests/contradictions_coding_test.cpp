// SPDX-License-Identifier: Apache-2.0
// Who stands where in each contradiction, on the real coding. The codes of `row` are those of the list of
// requirements, which was written from the replies without the coding; a star: not said firmly but inferred.
// Where the coding differs, the reply itself was read again, and the table says what differs and why.
#include "contradictions_house.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace poa::views::test {
namespace {

using Codes = std::set<std::string>;

Codes codes_in(std::string_view text) {
    Codes codes;
    std::istringstream words{std::string(text)};
    for (std::string word; words >> word;) codes.insert(word);
    return codes;
}

struct Side {
    const char* answer;
    const char* row;          ///< who gives it by the list of requirements
    const char* beyond = "";  ///< whom the coding has besides
    const char* lacking = ""; ///< whom the coding has not
    const char* why = "";     ///< what the reply says; of every difference
};
using Sides = std::vector<Side>;
using Told = std::map<std::string, Codes>; ///< who gives which answer

Told told(const ContradictionPage& page, std::string_view question) {
    Told all;
    for (const VoiceRow& row : page.rows)
        if (row.question == question)
            all[row.answer].insert(row.actor + (row.strength == "inferred" ? "*" : ""));
    return all;
}

Codes awaited(const Side& side) {
    Codes codes = codes_in(side.row);
    for (const std::string& code : codes_in(side.beyond))
        EXPECT_TRUE(codes.insert(code).second) << side.answer << ": the row has " << code << " already";
    for (const std::string& code : codes_in(side.lacking))
        EXPECT_EQ(codes.erase(code), 1U) << side.answer << ": the row has no " << code;
    const bool differs = *side.beyond != '\0' || *side.lacking != '\0';
    EXPECT_EQ(differs, *side.why != '\0') << side.answer << ": a difference has its reason";
    return codes;
}

class ContradictionRows : public RealContradictions {
  protected:
    /// Every answer to the question that the page shows, and nobody more or less.
    static void expect(const char* id, const char* question, const Sides& sides) {
        const Told found = told(pages->contradiction(id), question);
        Told expected;
        for (const Side& side : sides) expected[side.answer] = awaited(side);
        EXPECT_EQ(found, expected) << id << " " << question;
    }
    /// The same for some of many answers.
    static void expect_among(const char* id, const char* question, const Sides& sides) {
        Told found = told(pages->contradiction(id), question);
        for (const Side& side : sides)
            EXPECT_EQ(found[side.answer], awaited(side)) << id << " " << question << " " << side.answer;
    }
    static Codes silent(const char* id, std::string_view question) {
        const ContradictionPage page = pages->contradiction(id);
        auto found = std::ranges::find(page.questions, question, &ContradictionQuestion::key);
        if (found == page.questions.end()) return {"no such question"};
        return {found->silent.begin(), found->silent.end()};
    }
    static bool are_silent(const char* id, std::string_view question, std::string_view codes) {
        const Codes all = silent(id, question), some = codes_in(codes);
        return std::ranges::includes(all, some);
    }
    static PositionPage position(const char* actor, const char* question) {
        return pages
            ->load<PositionPage>([&](const Loading& at) {
                return load_position(at, {actor, question, ""});
            })
            .value();
    }
};

TEST_F(ContradictionRows, CON_01_HowOftenThePlenaryMeets) {
    expect("con-01", "plenary_frequency",
           {{"Annual", "AUS CAN* CHL DNK ECU EST FIN FRA DEU ITA JPN LVA CHE GBR USA"},
            {"Biennial", "EGY SLV"},
            {"Annual or biennial", "BEL CZE MKD"},
            {"Once or twice a year", "UKR"},
            {"Other", "COL NLD NOR"}});
    expect("con-01", "plenary_frequency_flexible", {{"yes", "AUS BEL CZE* FRA MKD* UKR*"}});
}

TEST_F(ContradictionRows, CON_02_WhoseWordIsAmbiguousAndWhichReadingIsKept) {
    expect("con-02", "plenary_frequency",
           {{"Annual or biennial", "BEL MKD", "CZE", "", "CZE writes annual or biennial in plain words"},
            {"Biennial", "SLV", "EGY", "", "EGY says biennial and nothing else"}});
    expect("con-02", "periodic_review_interval_years",
           {{"0.5", "CAN"},
            {"2", "CAN"},
            {"3", "", "AUS*", "", "AUS reviews at each conference: not an ambiguous word"},
            {"4", "", "AUS* SLV", "", "SLV: a first conference after four years"}});
    for (const char* actor : {"BEL", "MKD"})
        EXPECT_NE(position(actor, "plenary_frequency").quote.find("annual or biannual"), std::string::npos);
    EXPECT_NE(position("CAN", "periodic_review_interval_years").quote.find("biannual"), std::string::npos);
    EXPECT_EQ(position("CZE", "plenary_frequency").quote.find("biannual"), std::string::npos);
    EXPECT_NE(position("SLV", "plenary_frequency").note.find("twice a year"), std::string::npos);
}

TEST_F(ContradictionRows, CON_03_YearsBetweenReviewConferences) {
    expect("con-03", "review_conference_interval_years",
           {{"3 to 4", "AUS USA"},
            {"4", "BEL SLV FRA DEU ITA GBR"},
            {"4 to 5", "UKR"},
            {"4 to 6", "CHE"},
            {"6", "EGY"}});
    expect("con-03", "review_conference",
           {{"yes", "AUS USA BEL SLV FRA DEU ITA GBR UKR CHE EGY CAN* CHL FIN MKD NOR NZL* COL*"}});
}

TEST_F(ContradictionRows, CON_04_WhichDecisionsByConsensus) {
    expect("con-04", "decision_rule",
           {{"Consensus on all decisions", "AUS SGP CHE"},
            {"Consensus on matters of substance", "CAN EGY SLV"},
            {"Consensus", "CHL CUB CZE DNK ECU* EST FIN LVA* NLD NOR PAK PHL RUS SWE* GBR* USA"},
            {"Consensus on certain decisions only", "BEL FRA DEU ITA MCO"}});
}

TEST_F(ContradictionRows, CON_05_WhoDecidesOnAContestedStakeholder) {
    expect("con-05", "stakeholder_vote_on_objection",
           {{"yes", "DEU GBR USA"}, {"no", "AUS* EGY SLV* SGP* CHE*"}});
    expect("con-05", "stakeholder_objection_transparency",
           {{"Reasons given in public", "DEU"},
            {"Reasons to the Chair, voluntarily", "EGY"},
            {"Transparency in general", "GBR USA EST*"}});
}

TEST_F(ContradictionRows, CON_06_WhichModelOfModalities) {
    const char* own = "names no instrument, describes its own way";
    expect("con-06", "stakeholder_modality_model",
           {{"Ad Hoc Committee on cybercrime (resolution 75/282)", "CAN DEU USA FIN FRA SWE CPI MS"},
            {"Open-ended Working Group on Ageing", "USA"},
            {"Experts on autonomous weapons under the Convention on conventional weapons",
             "AUT BEL FIN FRA CPI"},
            {"Anti-Personnel Mine Ban Convention", "BEL"},
            {"Convention on Cluster Munitions", "BEL"},
            {"No objection", "EGY"},
            {"other:improve on OEWG, learn from others", "ITA"},
            {"other:mechanism agreed by consensus", "", "SLV", "", own},
            {"other:transparent accreditation, vote if no consensus", "", "GBR", "", own}});
}

TEST_F(ContradictionRows, CON_07_WhetherStakeholdersSpeak) {
    expect("con-07", "stakeholder_participation",
           {{"Attend, speak and write", "AUT BEL CZE DNK EGY FIN FRA DEU NZL MKD CHE GBR USA", "CPI MS", "",
             "stakeholders ask it for themselves; the row lists States"},
            {"Advisory role", "COL"},
            {"Consultation", "ITA LVA NOR"},
            {"Formal participation", "", "CAN NLD", "", "formal settings, statements not named"},
            {"General wording", "", "ALB AUS CHL ECU EST JPN MCO PAK ROU SLV SVN SWE", "",
             "participation without saying how; the row leaves them out"}});
    Codes nothing = codes_in("CUB RUS SGP TUR UKR");
    nothing.insert("PHL"); // its reply has no word of stakeholders either
    EXPECT_EQ(silent("con-07", "stakeholder_participation"), nothing);
    EXPECT_TRUE(told(pages->contradiction("con-07"), "states_exclusive_decision")["yes"].contains("CUB*"));
}

TEST_F(ContradictionRows, CON_08_ALegallyBindingInstrument) {
    expect("con-08", "binding_instrument",
           {{"Supports", "CUB SLV* PAK* RUS"},
            {"Open to it", "COL* ECU EGY FRA* PHL"},
            {"Opposes", "CAN* CZE* FIN"}});
    expect("con-08", "wg_topics", {{"legally binding obligations or instruments", "EGY"}});
}

TEST_F(ContradictionRows, CON_09_WhetherAProgrammeIsNeeded) {
    expect("con-09", "stance_on_poa",
           {{"Supports", // "others support"
             "ALB AUS AUT BEL CAN CHE* CHL* COL* CZE DEU DNK* ECU EGY EST FIN* FRA GBR ITA JPN LVA MCO MKD* "
             "NLD NOR NZL ROU SLV* SVN SWE UKR* USA",
             "CPI MS*", "", "the row lists States"},
            {"Conditional", "PHL SGP PAK", "", "PAK", "PAK: its condition is the second element"},
            {"Sceptical", "CUB RUS"},
            {"Opposes a parallel track", "", "PAK", "", "the first element of its reply"}});
    expect("con-09", "stance_secondary",
           {{"Opposes a parallel track", "", "CUB EGY PHL SGP", "", "the row asks for conditions alone"},
            {"Conditional", "PAK", "RUS", "", "RUS would go on discussing what States find useful"}});
    EXPECT_EQ(silent("con-09", "stance_on_poa"), codes_in("TUR")) << "it states no position";
}

TEST_F(ContradictionRows, CON_10_WhereTheProgrammeIsWorkedOut) {
    expect("con-10", "oewg_forum_for_elaboration",
           {{"Only there", "CUB PAK PHL RUS SGP*"},
            {"Mainly there", "COL CZE ECU EGY SLV FRA* DEU ITA LVA"},
            {"There among other places",
             "ALB* AUS BEL CHL DNK EST* FIN JPN NLD NZL NOR ROU SWE CHE UKR GBR USA"}});
}

TEST_F(ContradictionRows, CON_11_AFoundingConference) {
    expect("con-11", "founding_conference",
           {{"2024", "CAN"},
            {"2025", "BEL FRA DEU ITA NLD SWE UKR USA"},
            {"2025 or 2026", "CHL DNK FIN LVA"},
            {"Yes, year not specified", "CZE EST ROU CHE GBR"},
            {"Conditional", "EGY"}});
    expect("con-11", "establishment_decided_by_oewg_consensus",
           {{"yes", "SLV PHL PAK CUB", "ALB* AUS* DEU* EGY FRA* RUS* SGP SWE*", "",
             "the question is about consensus, also of those who want a conference; SGP: established on "
             "the basis of consensus alone"}});
    EXPECT_TRUE(are_silent("con-11", "founding_conference", "SLV PHL PAK CUB"));
}

TEST_F(ContradictionRows, CON_12_BeforeOrAfterTheWorkingGroup) {
    expect("con-12", "founding_conference_after_oewg",
           {{"yes", "ITA NLD UKR USA", "BEL* CHL* DEU* DNK* FIN* FRA* LVA* SWE*", "",
             "inferred from the year; DEU: back-to-back with the last session"},
            {"no", "CAN"}});
    expect(
        "con-12", "established_after_oewg",
        {{"yes", "AUS CAN NOR", "ALB* CHE CZE DEU EGY EST GBR ITA* JPN NLD NOR* NZL PAK PHL* RUS* UKR* USA",
          "NOR", "the row gives the special wordings; NOR: by the time it ends, hence inferred"}});
}

TEST_F(ContradictionRows, CON_13_WhoAdoptsTheFoundingText) {
    expect("con-13", "ga_role_in_founding",
           {{"General Assembly agrees it", "DEU ITA"},
            {"General Assembly endorses it", "AUS EGY SLV FRA"},
            {"General Assembly decides", "", "CAN CHE", "", "of establishing the mechanism, not of the text"},
            {"First Committee affirms it", "", "USA", "", "of outcomes every year"}});
    expect("con-13", "sg_conference_adopts_founding_doc",
           {{"yes", "BEL CAN* CHL CZE DNK FIN FRA DEU* LVA NLD SWE USA*"}});
}

TEST_F(ContradictionRows, CON_15_HowLongAProgrammeOfWorkRuns) {
    expect("con-15", "programme_of_work_period_years",
           {{"1", "BEL FRA"}, {"2", "ITA"}, {"3 to 4", "AUS*"}, {"6", "EGY"}});
    expect("con-15", "plenary_functions",
           {{"programme of work for intersessionals", "BEL"},
            {"work programme for intersessionals", "FRA"},
            {"approve biennial programme of work", "ITA"},
            {"implement programme of work adopted by review conference", "EGY"}});
    expect("con-15", "sg_rc_sets_priorities",
           {{"yes", "EGY", "AUS* CAN*", "", "through the declaration, or periodic reviews"}});
}

TEST_F(ContradictionRows, CON_16_TermOfTheChair) {
    expect("con-16", "chair_basis", {{"Fixed term", "ITA"}, {"Per session", "EGY*"}});
    expect("con-16", "chair_term_years", {{"3", "ITA"}});
}

TEST_F(ContradictionRows, CON_17_YearsBetweenNationalReports) {
    expect("con-17", "reporting_cycle_years", {{"1", "COL MS"}, {"2 to 6", "EGY"}, {"3 to 4", "AUS"}});
    EXPECT_EQ(silent("con-17", "reporting_cycle_years").size(), 34U) << "all others leave it open";
}

TEST_F(ContradictionRows, CON_18_WhatReportsAreWrittenOn) {
    expect_among("con-18", "reporting_mechanism",
                 {{"National survey of implementation (UNIDIR)", "AUS DEU",
                   "BEL CAN CHE EGY FIN FRA GBR JPN NLD SLV USA*", "",
                   "named with others or as a base; NLD and USA* name it alone without asking for it alone"},
                  {"A reporting system of its own", "BEL DNK FIN FRA JPN CHE", "EGY SLV", "",
                   "own template; own tool by consensus"},
                  {"Existing reporting", "BEL DNK FIN FRA JPN CHE SLV ITA", "CAN ITA*", "FIN FRA JPN ITA",
                   "coded as the instrument they name; ITA: makes those there are more efficient"},
                  {"Checklist of norms", "JPN", "CAN GBR", "", "name the checklist as a base"}});
    expect("con-18", "reporting_template",
           {{"yes", "EGY", "AUS COL GBR* JPN* MS SLV*", "", "a common format of any kind is coded"}});
}

TEST_F(ContradictionRows, CON_19_ReviewAndAccountability) {
    expect("con-19", "peer_review", {{"yes", "ITA MS", "CAN*", "", "review mechanisms in general"}});
    expect("con-19", "accountability",
           {{"Accountability mechanisms", "CAN NZL MS CPI", "SWE*", "", "names accountability once"},
            {"Progress measured", "SLV", "COL CZE DEU ITA TUR", "", "want progress measured"},
            {"Only after a binding instrument", "RUS"}});
}

TEST_F(ContradictionRows, CON_22_Money) {
    expect("con-22", "trust_fund", {{"Fund", "CZE FRA"}, {"Funding mechanism", "EGY SLV* DEU ITA"}});
    expect("con-22", "budget",
           {{"Existing resources", "USA CUB CAN", "CUB* CAN*", "CUB CAN",
             "CUB: resources are limited; CAN: with voluntary money"},
            {"Sufficient resources", "SLV MKD"}});
}

TEST_F(ContradictionRows, CON_23_WhetherGroupsMeetInParallel) {
    expect("con-23", "wg_parallel_allowed", {{"no", "CZE"}});
    EXPECT_TRUE(are_silent("con-23", "wg_parallel_allowed", "BEL FRA DEU"));
    expect("con-23", "wg_number_limited_by_capacity",
           {{"yes", "DEU LVA EST", "EST*", "EST", "EST speaks of the workload, not of the number"}});
    const char* others = "name the topic, not five groups";
    expect("con-23", "wg_topics",
           {{"emerging threats", "CAN"},
            {"norms and best practices", "CAN"},
            {"application of international law", "CAN", "DEU", "", others},
            {"capacity-building", "CAN", "DEU EST FRA ITA", "", others},
            {"confidence-building measures", "CAN", "DEU", "", others}});
}

TEST_F(ContradictionRows, CON_24_WhoCreatesWorkingGroups) {
    expect(
        "con-24", "wg_created_by",
        {{"Plenary", "AUS BEL CZE DNK* ECU FIN FRA DEU ITA* JPN LVA MKD CHE GBR USA"},
         {"Programme of action, by consensus", "EGY", "UKR*", "", "the programme may; consensus not named"},
         {"Member States", "COL"}});
    EXPECT_TRUE(are_silent("con-24", "wg_created_by", "MCO")) << "no answer stands for interested parties";
}

TEST_F(ContradictionRows, CON_26_WhatWorkingGroupsMayTreat) {
    expect_among("con-26", "wg_topics",
                 {{"elaboration of new norms, rules and principles", "EGY"},
                  {"legally binding obligations or instruments", "EGY"},
                  {"implementation of specific norms", "FIN"},
                  {"implementation of specific aspects of the framework", "DNK"}});
    expect("con-26", "sg_gaps_new_norms_or_lbo",
           {{"yes", "PHL", "PHL* ECU* EGY", "PHL",
             "PHL: a core group on gaps, for example towards an instrument"}});
}

TEST_F(ContradictionRows, CON_27_WhereMeetingsAreHeld) {
    expect("con-27", "plenary_location",
           {{"New York", "DEU ITA"},
            {"United Nations, place not specified", "JPN"},
            {"Decided by the First Committee", "USA"}});
    expect("con-27", "alternative_location",
           {{"Geneva (some working groups)", "BEL"},
            {"Geneva (working groups, by topic)", "CZE"},
            {"Geneva (review conference)", "ITA"},
            {"different geographic locations (workstreams)", "ITA"}});
}

TEST_F(ContradictionRows, CON_28_PointsOfContactPartOfTheProgrammeOrNot) {
    expect("con-28", "poc_directory",
           {{"Integral part", "EGY DEU JPN"},
            {"Run by the programme of action", "CAN"},
            {"In synergy with it", "COL SLV EST FRA MCO GBR"},
            {"Mentioned", "RUS", "RUS* ITA*", "RUS",
             "no answer stands for independent: RUS wants it irrespective of the programme"}});
    EXPECT_NE(position("RUS", "poc_directory").note.find("irrespective"), std::string::npos);
    expect("con-28", "poc_stakeholder_contacts", {{"yes", "CAN MS"}});
}

TEST_F(ContradictionRows, CON_29_PlaceOfRegionalOrganisations) {
    expect("con-29", "regional_orgs_role",
           {{"Take part", "EGY DEU NLD GBR USA"},
            {"Coordinate", "CAN JPN CHE FIN NOR", "MKD COL* EST* TUR* CPI MS", "",
             "MKD: cooperation between organisations to coordinate; the others weaker or no State"},
            {"Avoid duplication", "ITA UKR"},
            {"Limited role", "CUB"}});
}

TEST_F(ContradictionRows, CON_33_MediationAndSettlementOfDisputes) {
    expect("con-33", "mediation_dispute_settlement",
           {{"Support for mediation", "ITA"},
            {"Peaceful settlement of disputes", "EGY"},
            {"Clause in a convention", "RUS"}});
    EXPECT_EQ(silent("con-33", "mediation_dispute_settlement").size(), 34U) << "all others";
}

// Rows whose other side no question asks for: what the page shows of them is right, and it says what is not
// asked. No row is claimed.
TEST_F(ContradictionRows, WhatIsAskedInPartIsShownAndSaidToBe) {
    expect("con-14", "consensus_for_framework_update",
           {{"yes", "AUS BEL EGY FIN FRA MCO NLD SGP* CHE USA*"}});
    expect("con-20", "needs_matching",
           {{"yes", "NLD CAN FIN", "COL* CZE* EGY* EST* ITA* MS USA*", "", "inferred, or no State"}});
    expect_among(
        "con-21", "capacity_areas",
        {{"incident response", "NLD SVN JPN"},
         {"standards", "", "USA*", "", "named in order to leave it out, which no answer stands for"}});
    expect("con-25", "wg_balance_rule",
           {{"Regionally balanced", "DEU"}, {"Joined in pairs from different regions", "ITA"}});
    expect("con-31", "sg_first_committee",
           {{"yes", "AUT BEL DNK FRA LVA USA", "AUS CAN CPI CZE* DEU EGY* FIN* ITA MCO ROU SVN SWE*", "DNK",
             "the forum, not only it; DNK speaks of international security and never of the committee"}});
    EXPECT_TRUE(are_silent("con-32", "permanent", "CUB RUS"));
    EXPECT_TRUE(pages->contradiction("con-30").questions.empty());
    for (const char* id : {"con-14", "con-20", "con-21", "con-25", "con-30", "con-31", "con-32"})
        EXPECT_NE(pages->contradiction(id).note.find("No question asks"), std::string::npos) << id;
}

} // namespace
} // namespace poa::views::test
