// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/keeping_surveys.hpp"

#include "capabilities/national_reports/permissions.hpp"
#include "capabilities/national_reports/survey_file.hpp"

namespace poa::national_reports {
namespace {

bool is_own(const identity::Permit& permit, const KeptSurvey& survey) {
    if (permit.on_behalf() == survey.made_by) return true;
    const auto of_the_house = [](std::string_view body) {
        return body == "secretariat" || body == "operator";
    };
    return of_the_house(permit.on_behalf()) && of_the_house(survey.made_by);
}

} // namespace

Result<identity::Permit> permit_for_surveys(const identity::Actor& actor, std::string_view command) {
    for (const identity::Standing& standing : actor.standings())
        if (auto permit = permissions().check(command, actor, standing.body)) return permit;
    return permissions().check(command, actor);
}

std::string subject_of(const KeptSurvey& survey) {
    return "survey:" + survey.key + ":" + std::to_string(survey.version);
}

Result<KeptSurvey> draft_seen(storage::Session& session, const identity::Permit& permit, std::string_view key,
                              std::int64_t version, std::int64_t revision) {
    auto kept = store::survey(session, key, version);
    if (!kept) return refuse(Refusal::Kind::not_found, "national_reports.no_survey");
    if (kept->stage != SurveyStage::draft)
        return refuse(Refusal::Kind::rule, "national_reports.survey_not_draft");
    if (!is_own(permit, *kept))
        return refuse(Refusal::because(Refusal::Kind::rule, "national_reports.survey_of_others")
                          .with("body", kept->made_by));
    if (kept->revision != revision)
        return refuse(Refusal::Kind::conflict, "national_reports.survey_changed_meanwhile");
    return std::move(*kept);
}

Result<KeptSurvey> keep_draft(ledger::Work& work, const identity::Actor& actor,
                              const identity::Permit& permit, KeptSurvey kept, const Survey& survey,
                              std::string_view act) {
    kept.content = text_of(survey);
    kept.digest = sha256(kept.content);
    if (!store::revise_survey(work.session(), kept))
        return refuse(Refusal::Kind::conflict, "national_reports.survey_changed_meanwhile");
    ++kept.revision;
    ledger::Entry entry;
    entry.act = std::string(act);
    entry.subject = subject_of(kept);
    entry.audience = Audience::member_states;
    entry.facts = {{"survey", kept.key},
                   {"version", std::to_string(kept.version)},
                   {"revision", std::to_string(kept.revision)},
                   {"sha256", kept.digest.hex()}};
    entry.on_behalf = permit.on_behalf();
    entry.person = actor.person().number;
    work.record(entry);
    return kept;
}

bool may_revise(const identity::Actor& actor, const KeptSurvey& survey) {
    if (survey.stage != SurveyStage::draft) return false;
    const auto permit = permit_for_surveys(actor, "national_reports.revise_survey");
    return permit && is_own(*permit, survey);
}

bool may_read(const identity::Actor& actor, const KeptSurvey& survey) {
    if (survey.stage != SurveyStage::draft) return true;
    return actor.is_operator() || actor.reader().may_see(Audience::member_states, survey.made_by);
}

} // namespace poa::national_reports
