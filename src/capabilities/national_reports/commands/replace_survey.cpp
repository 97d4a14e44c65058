// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/replace_survey.hpp"

#include "capabilities/national_reports/workbook_survey.hpp"

namespace poa::national_reports {
namespace {

constexpr std::string_view command = "national_reports.replace_survey";

Result<ReadForm> read(const Upload& file, const KeptSurvey& kept) {
    auto form = read_survey_file(file.content);
    if (form && form->survey.key == kept.key) return form;
    Refusal problems = form ? Refusal{Refusal::Kind::bad_input, {}} : form.error();
    if (form) problems.add_field("file", "national_reports.survey_key_stays", {{"key", kept.key}});
    for (Reason& reason : problems.reasons) reason.field = "file";
    return refuse(std::move(problems));
}

} // namespace

const Input<ReplaceSurvey>& input_of(Of<ReplaceSurvey>) {
    static const auto input =
        Input<ReplaceSurvey>("national_reports.replace_survey")
            .hidden("key", &ReplaceSurvey::key)
            .number("version", &ReplaceSurvey::version, {.label = N_("Version"), .least = 1})
            .number("revision", &ReplaceSurvey::revision, {.label = N_("Revision seen"), .least = 1})
            .upload("file", &ReplaceSurvey::file,
                    {.label = N_("The whole draft anew: JSON of this platform, or an XLSForm (.xlsx)"),
                     .bytes_max = survey_upload_bytes_max});
    return input;
}

Result<DraftedSurvey> replace_survey(ledger::Work& work, const identity::Actor& actor,
                                     const ReplaceSurvey& request) {
    auto permit = permit_for_surveys(actor, command);
    if (!permit) return refuse(permit.error());
    auto kept = draft_seen(work.session(), *permit, request.key, request.version, request.revision);
    if (!kept) return refuse(kept.error());
    auto form = read(request.file, *kept);
    if (!form) return refuse(form.error());
    auto replaced = keep_draft(work, actor, *permit, std::move(*kept), form->survey, command);
    if (!replaced) return refuse(replaced.error());
    return DraftedSurvey{std::move(*replaced), std::move(form->left_out)};
}

} // namespace poa::national_reports
