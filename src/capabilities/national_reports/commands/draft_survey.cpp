// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/draft_survey.hpp"

#include "base/text.hpp"
#include "capabilities/national_reports/shipped_surveys.hpp"
#include "capabilities/national_reports/survey_check.hpp"
#include "capabilities/national_reports/survey_file.hpp"
#include "capabilities/national_reports/workbook_survey.hpp"

#include <algorithm>
#include <charconv>

namespace poa::national_reports {
namespace {

Refusal no_such(const std::string& from) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    problems.add_field("from", "national_reports.no_such_survey", {{"survey", from}});
    return problems;
}

/// "sample:2": a version that is here.
Result<ReadForm> version_here(storage::Session& session, const std::string& from) {
    const std::size_t colon = from.rfind(':');
    std::int64_t version = 0;
    const std::string number = from.substr(colon + 1);
    std::from_chars(number.data(), number.data() + number.size(), version);
    const auto kept = store::survey(session, from.substr(0, colon), version);
    if (!kept) return refuse(no_such(from));
    return ReadForm{parse_survey(kept->content).value(), {}};
}

Result<ReadForm> begun_from(storage::Session& session, const DraftSurvey& request) {
    const std::string from(trim(request.from));
    if (!request.file.content.empty()) {
        auto read = read_survey_file(request.file.content);
        if (read) return read;
        for (Reason& reason : read.error().reasons) reason.field = "file";
        return read;
    }
    if (from.find(':') != std::string::npos) return version_here(session, from);
    if (const Survey* shipped = shipped_survey(from)) return ReadForm{*shipped, {}};
    if (!from.empty()) return refuse(no_such(from));
    Refusal problems{Refusal::Kind::bad_input, {}};
    problems.add_field("file", "national_reports.survey_from_nothing");
    return refuse(std::move(problems));
}

/// The version after the newest there is, drafts of others among them.
std::int64_t next_version(storage::Session& session, std::string_view key) {
    std::int64_t newest = 0;
    for (const KeptSurvey& one : store::surveys(session))
        if (one.key == key) newest = std::max(newest, one.version);
    return newest + 1;
}

ledger::Entry entry_of(const KeptSurvey& survey, const Survey& asked) {
    ledger::Entry entry;
    entry.act = "national_reports.draft_survey";
    entry.subject = subject_of(survey);
    entry.audience = Audience::member_states;
    entry.facts = {{"survey", survey.key},
                   {"version", std::to_string(survey.version)},
                   {"questions", std::to_string(asked.question_count())},
                   {"sha256", survey.digest.hex()}};
    return entry;
}

} // namespace

const Input<DraftSurvey>& input_of(Of<DraftSurvey>) {
    static const auto input =
        Input<DraftSurvey>("national_reports.draft_survey")
            .upload("file", &DraftSurvey::file,
                    {.label = N_("A file: JSON of this platform, or an XLSForm (.xlsx)"),
                     .required = false,
                     .bytes_max = survey_upload_bytes_max})
            .line("from", &DraftSurvey::from,
                  {.label = N_("Or begin from a survey that is here"),
                   .hint = N_("The key of one that comes with the platform (framework-survey), or key and "
                              "version of one that is kept here (framework-survey:1)."),
                   .required = false,
                   .characters_max = 90})
            .line("key", &DraftSurvey::key,
                  {.label = N_("Key of the draft"),
                   .hint = N_("Lower-case letters, digits and hyphens; empty: as it is. A key that is there "
                              "already gets a further version."),
                   .required = false,
                   .characters_max = 64});
    return input;
}

Result<DraftedSurvey> draft_survey(ledger::Work& work, const identity::Actor& actor,
                                   const DraftSurvey& request) {
    auto permit = permit_for_surveys(actor, "national_reports.draft_survey");
    if (!permit) return refuse(permit.error());
    auto form = begun_from(work.session(), request);
    if (!form) return refuse(form.error());
    if (const auto key = trim(request.key); !key.empty()) form->survey.key = std::string(key);
    if (!is_survey_key(form->survey.key)) {
        Refusal problems{Refusal::Kind::bad_input, {}};
        problems.add_field("key", "national_reports.survey_bad_key",
                           {{"at", "key"}, {"key", form->survey.key}});
        return refuse(std::move(problems));
    }
    KeptSurvey kept;
    kept.key = form->survey.key;
    kept.version = next_version(work.session(), kept.key);
    kept.content = text_of(form->survey);
    kept.digest = sha256(kept.content);
    kept.revision = 1;
    kept.made_by = permit->on_behalf();
    kept.made_at = work.now();
    kept.id = store::add_survey(work.session(), kept);
    ledger::Entry entry = entry_of(kept, form->survey);
    entry.on_behalf = permit->on_behalf();
    entry.person = actor.person().number;
    work.record(entry);
    return DraftedSurvey{std::move(kept), std::move(form->left_out)};
}

} // namespace poa::national_reports
