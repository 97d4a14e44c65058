// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/keeping_import.hpp"

#include "base/text.hpp"
#include "capabilities/national_reports/answers_sheet.hpp"
#include "capabilities/national_reports/converting_form.hpp"
#include "capabilities/national_reports/crosswalk.hpp"
#include "capabilities/national_reports/form_reading.hpp"
#include "capabilities/national_reports/keeping_evidence.hpp"
#include "capabilities/national_reports/shipped_surveys.hpp"
#include "capabilities/national_reports/workbook.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

Result<std::shared_ptr<const Survey>> survey_of_file(FindSurvey find, const AnswersFile& head) {
    if (auto survey = find(head.survey, head.version)) return survey;
    return refuse(Refusal::because(Refusal::Kind::bad_input, "national_reports.unknown_survey")
                      .with("survey", head.survey));
}

Result<AnswersFile> read_sheets(FindSurvey find, std::string_view bytes) {
    const auto sheets = read_workbook(bytes);
    if (!sheets) return refuse(sheets.error());
    const auto head = head_of_sheets(*sheets);
    if (!head) return head;
    const auto survey = survey_of_file(find, *head);
    if (!survey) return refuse(survey.error());
    return read_answers_sheets(*sheets, **survey);
}

Result<AnswersFile> read_document(FindSurvey find, std::string_view bytes, std::string_view from) {
    const auto lines = lines_of_document(bytes, from);
    if (!lines) return refuse(lines.error());
    const auto head = head_of_form(*lines);
    if (!head) return refuse(Refusal{head.error()}.with("from", std::string(from)));
    const auto survey = survey_of_file(find, *head);
    if (!survey) return refuse(survey.error());
    auto file = read_form(*lines, **survey);
    if (file) file->from = from;
    return file;
}

class Mapping {
  public:
    Mapping(storage::Session& session, const ActingOn& on, const AnswersFile& file)
        : session_(session), on_(on), file_(file), same_survey_(file.survey == on.survey->key),
          same_report_(same_survey_ && (file.year == 0 || file.year == on.report.year)) {}

    MappedFile mapped() {
        made_.left = file_.unread;
        made_.to_confirm = !same_report_;
        made_.origin = "import";
        if (!file_.from.empty()) made_.origin += ":" + file_.from;
        if (!same_report_ && file_.year != 0)
            made_.origin += (file_.from.empty() ? "::" : ":") + std::to_string(file_.year);
        same_survey_ ? map_same() : map_crossed();
        return std::move(made_);
    }

  private:
    void map_same() {
        for (const auto& [key, answer] : file_.answers) {
            Reason why = first_reason(*on_.survey, key, answer);
            if (why.code.empty())
                fit(key, answer);
            else
                leave(key, answer, std::move(why));
        }
    }
    void map_crossed() {
        HeldAnswers held;
        for (const auto& [key, answer] : file_.answers) held[key].answer = answer;
        const HeldAnswers offered =
            prefilled(*on_.survey, {{file_.survey, "import", on_.survey.get(), std::move(held)}});
        for (const auto& [key, found] : offered) fit(key, found.answer);
        for (const auto& [key, answer] : file_.answers) {
            const auto crossing = std::ranges::find_if(on_.survey->crosswalk, [&](const Crossing& each) {
                return each.survey == file_.survey && each.other_question == key;
            });
            if (crossing == on_.survey->crosswalk.end())
                leave(key, answer, {"national_reports.not_crossed", {}, {{"survey", file_.survey}}, {}});
            else if (!offered.contains(crossing->question) && !answer.is_empty())
                leave(key, answer,
                      {"national_reports.crossing_does_not_fit", {}, {{"question", crossing->question}}, {}});
        }
    }
    void fit(const std::string& key, Answer answer) {
        const HeldAnswer held = store::answer(session_, on_.report.id, key).value_or(HeldAnswer{});
        const auto known = file_.seen.find(key);
        const std::int64_t seen = !same_report_ || known == file_.seen.end() ? 0 : known->second;
        const Answer base = answer_seen(session_, on_.report.id, key, held, seen);
        if (file_.is_partial) as_it_was(base, answer);
        const bool had_files = !answer.files.empty();
        tell_unknown_files(key, held, base, answer);
        if (had_files && answer.is_empty()) return;
        made_.fitting.push_back({key, std::move(answer), seen});
    }
    /// What the file could not hold, and what only looks changed because lines were broken elsewhere.
    static void as_it_was(const Answer& base, Answer& answer) {
        answer.files = base.files;
        if (same_words(answer.text, base.text)) answer.text = base.text;
        if (same_words(answer.note, base.note)) answer.note = base.note;
    }
    void tell_unknown_files(const std::string& key, const HeldAnswer& held, const Answer& base,
                            Answer& answer) {
        Answer known = held.answer;
        known.files.insert(known.files.end(), base.files.begin(), base.files.end());
        for (const Sha256& digest : without_unknown_files(session_, on_.report.id, known, answer))
            made_.left.push_back(
                {key, {}, {"national_reports.no_such_evidence", {}, {{"sha256", digest.hex()}}, {}}});
    }
    void leave(const std::string& key, Answer answer, Reason why) {
        made_.left.push_back({key, {}, std::move(why)});
        const HeldAnswer held = store::answer(session_, on_.report.id, key).value_or(HeldAnswer{});
        tell_unknown_files(key, held, {}, answer);
        if (!answer.is_empty()) made_.beside.emplace_back(key, std::move(answer));
    }

    storage::Session& session_;
    const ActingOn& on_;
    const AnswersFile& file_;
    bool same_survey_, same_report_;
    MappedFile made_;
};

} // namespace

Result<AnswersFile> read_answers(FindSurvey find, std::string_view bytes) {
    const std::string_view kind = sniff_answers(bytes);
    if (kind == "xlsx") return read_sheets(find, bytes);
    if (kind == "docx" || kind == "odt" || kind == "text") return read_document(find, bytes, kind);
    if (kind == "json") return parse_answers_file(bytes);
    return refuse(Refusal::Kind::bad_input, "national_reports.answers_kind");
}

Result<AnswersFile> read_answers(storage::Session& session, const Survey& of_report, std::string_view bytes) {
    const auto find = [&](std::string_view key, std::int64_t version) -> std::shared_ptr<const Survey> {
        if (const auto kept = store::survey(session, key, version)) return survey_of(session, kept->id);
        if (key == of_report.key) return std::make_shared<const Survey>(of_report);
        if (const auto used = store::survey_in_use(session, key)) return survey_of(session, used->id);
        const Survey* shipped = shipped_survey(key);
        return shipped == nullptr ? nullptr : std::make_shared<const Survey>(*shipped);
    };
    return read_answers(find, bytes);
}

Reason first_reason(const Survey& survey, const std::string& key, const Answer& answer) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    const Question* question = survey.find(key);
    if (question == nullptr)
        problems.add_field({}, "national_reports.no_such_question", {{"question", key}});
    else
        check_answer(survey, *question, answer, {}, problems);
    return problems.reasons.empty() ? Reason{} : problems.reasons.front();
}

Result<MappedFile> mapped_file(storage::Session& session, const ActingOn& on, const AnswersFile& file) {
    if (!file.state.empty() && file.state != on.report.state)
        return refuse(Refusal::because(Refusal::Kind::bad_input, "national_reports.answers_of_another_state")
                          .with("state", file.state));
    MappedFile made = Mapping(session, on, file).mapped();
    if (!made.fitting.empty()) return made;
    std::vector<std::string> questions;
    for (const Unread& left : made.left)
        if (std::ranges::find(questions, left.question) == questions.end())
            questions.push_back(left.question);
    Refusal nothing = Refusal::because(Refusal::Kind::bad_input, "national_reports.nothing_fits")
                          .with("questions", join(questions, " "));
    for (Unread& left : made.left) nothing.reasons.push_back(std::move(left.why));
    return refuse(std::move(nothing));
}

} // namespace poa::national_reports
