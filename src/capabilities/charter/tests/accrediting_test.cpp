// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/accrediting.hpp"
#include "capabilities/charter/presets.hpp"

#include <gtest/gtest.h>

#include <array>
#include <sstream>

namespace poa::charter {
namespace {

using Policy = AccreditationPolicy;
using Verb = ApplicationVerb;

constexpr std::array all_stages{
    ApplicationStage::submitted,       ApplicationStage::circulated, ApplicationStage::under_consultation,
    ApplicationStage::before_the_body, ApplicationStage::accredited, ApplicationStage::rejected,
    ApplicationStage::exempt};
constexpr std::array all_verbs{Verb::circulate,    Verb::object,           Verb::withdraw,
                               Verb::close_window, Verb::end_consultation, Verb::decide};

Day day(std::string_view iso) {
    return Day::parse(iso).value();
}
const Day opened = day("2027-03-01"), within = day("2027-03-10"), after = day("2027-04-15");

// The five models of practice (sections 6.1 to 6.5 of the facts) as settings.
Policy working_group_2021() {
    Policy policy;
    policy.model = "non_objection";
    policy.window_days = 30;
    policy.disclosed_to = "any_state";
    policy.grounds = "voluntary";
    policy.validity = "session";
    policy.contested = {.form = RuleForm::non_objection};
    return policy;
}
Policy mechanism_2025() {
    Policy policy = working_group_2021();
    policy.model = "non_objection_with_consultation";
    policy.consultation = true;
    return policy;
}
Policy ageing() {
    Policy policy = working_group_2021();
    policy.model = "working_group_on_ageing";
    policy.validity = "permanent";
    policy.contested = {.form = RuleForm::vote};
    return policy;
}
Policy ad_hoc_committee() {
    Policy policy = working_group_2021();
    policy.model = "ad_hoc_committee";
    policy.every_one_before_the_body = true;
    policy.contested = {.form = RuleForm::consensus_then_vote, .majority = Majority::two_thirds};
    return policy;
}
Policy conventional_weapons() {
    Policy policy = working_group_2021();
    policy.model = "conventional_weapons";
    policy.list_circulated = false;
    return policy;
}

template <class T> std::string said(const Result<T>& result) {
    return result ? std::string(name_of(result->stage)) : result.error().reasons.front().code;
}

const Tally clear_majority{.members = 193, .in_favour = 90, .against = 40, .abstaining = 20, .objections = 2};
const Tally two_thirds_missed{
    .members = 193, .in_favour = 60, .against = 40, .abstaining = 20, .objections = 1};
const Tally nobody_against{.members = 193, .in_favour = 150};

/// Carries out words such as "circulate object:EGY close decide:majority" and gives the stages on the way.
std::string path(const Policy& policy, std::string_view steps, bool in_consultative_status = false) {
    Application application;
    application.in_consultative_status = in_consultative_status;
    std::string line(name_of(application.stage));
    std::istringstream words{std::string(steps)};
    for (std::string word; words >> word;) {
        const std::string of = word.find(':') == std::string::npos ? "" : word.substr(word.find(':') + 1);
        Result<Application> next = refuse(Refusal::Kind::bad_input, "test.no_such_word");
        if (word == "circulate") next = circulate(policy, application, opened);
        if (word.starts_with("object:")) next = object(policy, application, {of, "its funding", within});
        if (word.starts_with("withdraw:")) next = withdraw_objection(policy, application, of, after);
        if (word == "close") next = close_window(policy, application, after);
        if (word == "end_consultation") next = end_consultation(policy, application, after);
        if (of == "majority") next = decide_application(policy, application, clear_majority, after);
        if (of == "short") next = decide_application(policy, application, two_thirds_missed, after);
        if (of == "nobody_against") next = decide_application(policy, application, nobody_against, after);
        line += " > " + said(next);
        if (!next) return line;
        application = *next;
    }
    return line;
}

Result<Application> try_verb(const Policy& policy, Application application, Verb verb) {
    switch (verb) {
    case Verb::circulate:
        return circulate(policy, std::move(application), opened);
    case Verb::object:
        return object(policy, std::move(application), {"FRA", "its funding", within});
    case Verb::withdraw:
        return withdraw_objection(policy, std::move(application), "EGY", after);
    case Verb::close_window:
        return close_window(policy, std::move(application), after);
    case Verb::end_consultation:
        return end_consultation(policy, std::move(application), after);
    case Verb::decide:
        return decide_application(policy, std::move(application), clear_majority, after);
    }
    return refuse(Refusal::Kind::bad_input, "test.no_such_verb");
}

/// What each verb makes of an application of each stage to which Egypt objects; "-" where the verb is
/// refused.
std::string table_of(const Policy& policy) {
    std::string lines;
    for (const ApplicationStage stage : all_stages) {
        lines += std::string(name_of(stage)) + ":";
        for (const Verb verb : all_verbs) {
            Application application{.stage = stage, .circulated_on = opened};
            if (stage != ApplicationStage::submitted) application.objections = {{"EGY", "", within}};
            auto next = try_verb(policy, application, verb);
            if (next) lines += " " + std::string(name_of(verb)) + "=" + std::string(name_of(next->stage));
        }
        lines += "\n";
    }
    return lines;
}

TEST(Accrediting, TheTableOfStagesAndVerbs) {
    EXPECT_EQ(table_of(working_group_2021()),
              "submitted: circulate=circulated\n"
              "circulated: object=circulated withdraw=circulated close_window=rejected\n"
              "under_consultation: withdraw=accredited\n"
              "before_the_body: withdraw=accredited decide=rejected\n"
              "accredited:\n"
              "rejected:\n"
              "exempt:\n");
    EXPECT_EQ(table_of(mechanism_2025()),
              "submitted: circulate=circulated\n"
              "circulated: object=circulated withdraw=circulated close_window=under_consultation\n"
              "under_consultation: withdraw=accredited end_consultation=rejected\n"
              "before_the_body: withdraw=accredited decide=rejected\n"
              "accredited:\n"
              "rejected:\n"
              "exempt:\n");
    EXPECT_EQ(table_of(ad_hoc_committee()),
              "submitted: circulate=circulated\n"
              "circulated: object=circulated withdraw=circulated close_window=before_the_body\n"
              "under_consultation: withdraw=before_the_body\n"
              "before_the_body: withdraw=before_the_body decide=accredited\n"
              "accredited:\n"
              "rejected:\n"
              "exempt:\n");
}

TEST(Accrediting, EveryVerbIsTakenOrRefusedInEveryStage) {
    for (const ApplicationStage stage : all_stages)
        for (const Verb verb : all_verbs) {
            Policy policy = mechanism_2025();
            Application application{
                .stage = stage, .circulated_on = opened, .objections = {{"EGY", "", within}}};
            const bool in_table = std::ranges::any_of(
                transitions(), [&](const Transition& row) { return row.from == stage && row.verb == verb; });
            auto next = try_verb(policy, application, verb);
            EXPECT_EQ(next.has_value(), in_table) << name_of(stage) << " " << name_of(verb);
            if (!next) {
                EXPECT_EQ(next.error().reasons.front().code, "accreditation.wrong_stage");
                EXPECT_EQ(next.error().reasons.front().facts.at(0).second, name_of(stage));
                EXPECT_FALSE(next.error().reasons.front().clause.empty());
            }
        }
}

// CON-06: five models, one engine.
TEST(Accrediting, TheFiveModelsOfPracticeAreSettings_CON_06) {
    struct Row {
        Policy policy;
        std::string_view steps, stages;
    };
    const Row rows[] = {
        // 6.1: an objection of one State suffices, no vote.
        {working_group_2021(), "circulate close", "submitted > circulated > accredited"},
        {working_group_2021(), "circulate object:EGY close",
         "submitted > circulated > circulated > rejected"},
        // 6.2: the Chair consults; a maintained objection still excludes.
        {mechanism_2025(), "circulate object:EGY close withdraw:EGY",
         "submitted > circulated > circulated > under_consultation > accredited"},
        {mechanism_2025(), "circulate object:EGY object:FRA close withdraw:EGY end_consultation",
         "submitted > circulated > circulated > circulated > under_consultation > under_consultation > "
         "rejected"},
        // 6.3: contested ones are voted on.
        {ageing(), "circulate close", "submitted > circulated > accredited"},
        {ageing(), "circulate object:EGY close decide:majority",
         "submitted > circulated > circulated > before_the_body > accredited"},
        // 6.4: the body decides on the final list, contested or not.
        {ad_hoc_committee(), "circulate close decide:nobody_against",
         "submitted > circulated > before_the_body > accredited"},
        {ad_hoc_committee(), "circulate object:EGY close decide:short",
         "submitted > circulated > circulated > before_the_body > rejected"},
        // 6.5: no list is circulated.
        {conventional_weapons(), "circulate", "submitted > accredited"},
        {conventional_weapons(), "circulate object:EGY",
         "submitted > accredited > accreditation.wrong_stage"},
    };
    for (const Row& row : rows)
        EXPECT_EQ(path(row.policy, row.steps), row.stages) << row.policy.model << ": " << row.steps;
}

TEST(Accrediting, OrganisationsInConsultativeStatusSkipTheWindowWhereTheCharterExemptsThem) {
    Policy policy = working_group_2021();
    EXPECT_EQ(path(policy, "circulate object:EGY", true), "submitted > exempt > accreditation.wrong_stage");
    policy.consultative_status_exempt = false;
    EXPECT_EQ(path(policy, "circulate object:EGY close", true),
              "submitted > circulated > circulated > rejected");
}

TEST(Accrediting, WhatIsRefusedAndByWhichClause) {
    Policy policy = mechanism_2025();
    const Application circulated{.stage = ApplicationStage::circulated, .circulated_on = opened};
    const Day last = last_day_of_window(policy, opened), next = Day{last.days + 1};
    EXPECT_EQ(last, day("2027-03-31"));
    EXPECT_EQ(said(object(policy, circulated, {"EGY", "", last})), "circulated");
    EXPECT_EQ(said(object(policy, circulated, {"EGY", "", next})), "accreditation.window_closed");
    EXPECT_EQ(said(object(policy, circulated, {"EGY", "", Day{opened.days - 1}})),
              "accreditation.not_circulated_yet");
    EXPECT_EQ(said(close_window(policy, circulated, last)), "accreditation.window_open");
    EXPECT_EQ(said(close_window(policy, circulated, next)), "accredited");
    EXPECT_EQ(said(withdraw_objection(policy, circulated, "EGY", within)), "accreditation.no_such_objection");
    const Application once = object(policy, circulated, {"EGY", "", within}).value();
    EXPECT_EQ(said(object(policy, once, {"EGY", "", within})), "accreditation.already_objected");
    EXPECT_EQ(said(end_consultation(working_group_2021(), once, after)), "accreditation.no_consultation");
    policy.grounds = "mandatory";
    const auto refused = object(policy, circulated, {"EGY", "", within});
    EXPECT_EQ(said(refused), "accreditation.grounds_required");
    EXPECT_EQ(refused.error().reasons.front().clause, spec_of(clause::accreditation::grounds).number);
    EXPECT_EQ(said(object(policy, circulated, {"EGY", "its funding", within})), "circulated");
    policy.admits = false;
    EXPECT_EQ(said(circulate(policy, Application{}, opened)), "accreditation.none");
}

TEST(Accrediting, TheDayOfTheDecisionIsKept) {
    Application application;
    application = circulate(working_group_2021(), application, opened).value();
    EXPECT_FALSE(application.decided_on);
    application = close_window(working_group_2021(), application, after).value();
    EXPECT_EQ(application.decided_on, after);
}

TEST(Accrediting, WhoLearnsOfAnObjection) {
    struct Row {
        std::string_view disclosed_to;
        bool the_public, other_state, chair;
    };
    const Row rows[] = {{"none", false, false, false},
                        {"chair", false, false, true},
                        {"any_state", false, true, true},
                        {"public", true, true, true}};
    for (const Row& row : rows) {
        Policy policy;
        policy.disclosed_to = row.disclosed_to;
        EXPECT_EQ(may_learn_of_objection(policy, Asker::the_public), row.the_public) << row.disclosed_to;
        EXPECT_EQ(may_learn_of_objection(policy, Asker::other_state), row.other_state) << row.disclosed_to;
        EXPECT_EQ(may_learn_of_objection(policy, Asker::chair), row.chair) << row.disclosed_to;
    }
}

TEST(Accrediting, HowLongItHolds) {
    Policy policy;
    const Day session = day("2027-07-24"), cycle = day("2028-07-24");
    policy.validity = "session";
    EXPECT_EQ(holds_until(policy, session, cycle), session);
    policy.validity = "cycle";
    EXPECT_EQ(holds_until(policy, session, cycle), cycle);
    policy.validity = "permanent";
    EXPECT_EQ(holds_until(policy, session, cycle), std::nullopt);
}

// CON-05: who wanted what of a contested accreditation, run.
TEST(Accrediting, TheShippedChartersDoWhatTheirPapersSay_CON_05) {
    struct Row {
        std::string_view charter, steps, last;
    };
    const Row rows[] = {
        {"agreed-2025", "circulate object:EGY close end_consultation", "rejected"},
        {"agreed-2025", "circulate object:EGY close withdraw:EGY", "accredited"},
        {"egypt", "circulate object:FRA close", "rejected"},
        {"egypt", "circulate close", "accredited"},
        {"germany", "circulate object:EGY close", "before_the_body"},
        {"united-states", "circulate object:EGY close", "before_the_body"},
        {"united-kingdom", "circulate object:EGY close", "before_the_body"},
    };
    for (const Row& row : rows) {
        const Charter* charter = Presets::shipped().find(row.charter);
        ASSERT_NE(charter, nullptr) << row.charter;
        Policy policy = Policy::of(*charter);
        const bool consults = policy.consultation && row.last == "before_the_body";
        const std::string steps = std::string(row.steps) + (consults ? " end_consultation" : "");
        EXPECT_TRUE(path(policy, steps).ends_with("> " + std::string(row.last)))
            << row.charter << ": " << path(policy, steps);
        if (row.last == "before_the_body") {
            EXPECT_TRUE(policy.contested.has_vote()) << row.charter;
            EXPECT_TRUE(path(policy, steps + " decide:majority").ends_with("> accredited")) << row.charter;
        }
    }
}

} // namespace
} // namespace poa::charter
