// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/export_form.hpp"

#include "base/text.hpp"
#include "web/html.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

using namespace web::html;
using web::Html;

constexpr std::string_view style =
    "@page{size:A4;margin:2cm}body{font-family:'Noto Sans','Noto Sans Arabic','Noto Sans CJK SC',sans-serif;"
    "line-height:1.4;max-width:44em;margin:2em auto;padding:0 1em}code{font-size:.7em;color:#555}"
    "h3{break-after:avoid;margin-bottom:.2em}p{margin:.3em 0}";

class Drawing {
  public:
    explicit Drawing(const FormSubject& subject) : subject_(subject), in_(subject.in) {}

    Html whole() {
        const Survey& survey = subject_.survey;
        Html made =
            body(h1(words(survey.title)), head(),
                 each(survey.sections, [&](const Section& one) { return section_of(one); }), p(mark(seen())));
        return made;
    }

  private:
    [[nodiscard]] std::string_view words(const Texts& texts) const { return texts.in(in_.code()).text; }
    /// Between signs of direction (U+200E) where words run the other way: else braces and slash would change
    /// sides.
    [[nodiscard]] Html mark(std::string_view content) const {
        const std::string_view turn = web::is_right_to_left(in_.language()) ? "\xE2\x80\x8E" : "";
        return code(dir("ltr"), turn, "{", content, "}", turn);
    }

    [[nodiscard]] Html head() const {
        std::string form = "form " + subject_.file.survey + " " + std::to_string(subject_.file.version);
        if (!subject_.file.state.empty())
            form += " " + subject_.file.state + " " + std::to_string(subject_.file.year);
        return group(
            p(mark(form)),
            when(!subject_.state_name.empty(),
                 [&] { return p(strong(subject_.state_name), ", ", std::to_string(subject_.file.year)); }),
            p(in_.tr("Nothing is mandatory. Leave out what you do not want to answer.")),
            p(in_.tr("Write an answer between its two marks in braces, and put an x between the brackets of "
                     "what you choose. Leave the marks as they are: by them the form is read back.")));
    }
    [[nodiscard]] std::string seen() const {
        std::string text = "seen";
        for (const auto& [question, revision] : subject_.file.seen)
            text += " " + question + ":" + std::to_string(revision);
        return text;
    }
    [[nodiscard]] Html section_of(const Section& one) const {
        return group(h2(words(one.title)), when(!one.about.is_empty(), [&] { return p(words(one.about)); }),
                     each(one.questions, [&](const Question& question) { return question_of(question); }));
    }
    [[nodiscard]] Html question_of(const Question& question) const {
        const auto held = subject_.file.answers.find(question.key);
        const Answer answer = held == subject_.file.answers.end() ? Answer{} : held->second;
        std::string source = question.source.document;
        if (!question.source.place.empty()) source += ", " + question.source.place;
        const auto options = subject_.survey.choices_of(question);
        Html asked = group(h3(words(question.label)), p(small(source)),
                           when(!question.hint.is_empty(), [&] { return p(words(question.hint)); }),
                           condition_of(question));
        if (!options.empty())
            asked += each(options, [&](const Option& option) { return option_of(question, option, answer); });
        else
            asked += between(question.key, table_head(question), typed_of(question, answer));
        for (const AnswerFile& file : answer.files)
            asked += p(in_.tr("File with it: {name}", {{"name", file.name}}));
        asked +=
            between(question.key + ".note", Html(p(in_.tr("Explanation or evidence"), ":")), answer.note);
        return asked;
    }
    [[nodiscard]] Html condition_of(const Question& question) const {
        if (!question.shown_if) return {};
        const Question* other = subject_.survey.find(question.shown_if->question);
        if (other == nullptr) return {};
        std::vector<std::string> values;
        for (const Option& option : subject_.survey.choices_of(*other))
            if (std::ranges::find(question.shown_if->is, option.key) != question.shown_if->is.end())
                values.emplace_back(words(option.label));
        return p(em(in_.tr("Only where the answer to “{question}” is: {values}.",
                           {{"question", words(other->label)}, {"values", join(values, "; ")}})));
    }
    [[nodiscard]] Html option_of(const Question& question, const Option& option, const Answer& answer) const {
        const bool chosen = std::ranges::find(answer.chosen, option.key) != answer.chosen.end();
        return p(chosen ? "[x]" : "[ ]", " ", words(option.label), " ",
                 mark(question.key + "=" + option.key));
    }
    [[nodiscard]] Html table_head(const Question& question) const {
        if (question.kind != QuestionKind::table) return {};
        std::vector<std::string> columns;
        for (const Column& column : question.columns) columns.emplace_back(words(column.label));
        return p(in_.tr("A line a row, its cells divided by |:"), " ", join(columns, " | "));
    }
    [[nodiscard]] Html between(const std::string& key, Html before, const std::string& text) const {
        Html lines;
        for (std::string_view line : split(text, '\n'))
            lines += p(dir("auto"), line.empty() ? std::string_view("\xC2\xA0") : line);
        return group(std::move(before), p(mark(key)), lines, p(mark("/" + key)));
    }

    const FormSubject& subject_;
    const web::Wording& in_;
};

} // namespace

std::string form_document(const FormSubject& subject) {
    const std::string_view code = subject.in.code();
    std::string out = "<!doctype html>\n<html lang=\"" + std::string(code) + "\" dir=\"" +
                      std::string(web::direction_of(code)) + "\"><head><meta charset=\"utf-8\"><title>";
    web::append_escaped(out, subject.survey.title.in(code).text);
    out.append("</title><style>").append(style).append("</style></head>\n");
    out.append(Drawing(subject).whole().text()).append("</html>\n");
    return out;
}

} // namespace poa::national_reports
