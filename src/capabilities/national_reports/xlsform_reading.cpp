// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "capabilities/national_reports/survey_check.hpp"
#include "capabilities/national_reports/xlsform.hpp"
#include "capabilities/national_reports/xlsform_parts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

namespace poa::national_reports {
namespace {

constexpr std::array<std::string_view, 11> known_columns{"type",     "name",         "relevant", "appearance",
                                                         "source",   "source_place", "item",     "purpose",
                                                         "audience", "minutes",      "pillar"};
/// Types that ask nobody anything.
constexpr std::array<std::string_view, 16> silent_types{
    "start",        "end",          "today",          "deviceid",        "phonenumber", "username",
    "simserial",    "subscriberid", "audit",          "calculate",       "hidden",      "xml-external",
    "csv-external", "email",        "start-geopoint", "background-audio"};

/// A column whose texts are labels: "label::English (en)".
struct TextColumn {
    std::string name, language;
};

/// Where a part of the survey stands in the workbook.
struct Spot {
    std::string pointer;
    const FormTable* table;
    std::size_t row;
};

class FormReading {
  public:
    explicit FormReading(std::span<const Sheet> sheets) {
        for (const Sheet& sheet : sheets) tables_.emplace(ascii_lower(sheet.name), FormTable(sheet));
    }

    Result<ReadForm> read() {
        survey_ = table("survey");
        choices_ = table("choices");
        if (survey_ == nullptr) say("no_sheet", "survey", {{"sheet", "survey"}});
        if (survey_ != nullptr && check_columns()) {
            read_settings();
            read_languages();
            read_lists();
            for (row_ = 1; row_ < survey_->sheet().rows.size(); ++row_) read_row();
            finish();
        }
        if (!problems_.reasons.empty()) return refuse(std::move(problems_));
        return std::move(form_);
    }

  private:
    using Facts = std::vector<std::pair<std::string, std::string>>;
    void say(std::string_view code, std::string at, Facts facts) {
        facts.insert(facts.begin(), {"at", std::move(at)});
        problems_.reasons.push_back(
            Reason{"national_reports.xlsform_" + std::string(code), {}, std::move(facts), {}});
    }
    void leave_out(std::string at, std::string_view what, std::string_view value) {
        form_.left_out.push_back({std::move(at), std::string(what), std::string(value)});
    }
    const FormTable* table(std::string_view name) const {
        const auto found = tables_.find(name);
        return found == tables_.end() ? nullptr : &found->second;
    }
    Survey& made() { return form_.survey; }
    std::string_view cell(std::string_view column) const { return survey_->at(row_, column); }
    std::string here(std::string_view column) const { return survey_->place(row_, column); }

    bool check_columns() {
        for (std::string_view column : {"type", "name"})
            if (!survey_->column(column))
                say("no_column", "survey!1", {{"sheet", "survey"}, {"column", std::string(column)}});
        return problems_.reasons.empty();
    }

    void read_settings() {
        const FormTable* settings = table("settings");
        made().key = "survey";
        default_language_ = "en";
        if (settings == nullptr) return;
        if (auto language = language_of_form(settings->at(1, "default_language")))
            default_language_ = *language;
        if (const auto id = settings->at(1, "form_id"); !id.empty()) made().key = std::string(id);
        spots_.push_back({"", settings, 1});
        if (const auto title = settings->at(1, "form_title"); !title.empty())
            made().title.by[default_language_] = nfc(title);
        for (const auto& [name, column] : settings->columns()) {
            read_setting_text(*settings, name, "form_title::", made().title);
            read_setting_text(*settings, name, "about::", made().about);
        }
    }
    void read_setting_text(const FormTable& settings, const std::string& name, std::string_view prefix,
                           Texts& into) {
        if (!name.starts_with(prefix)) return;
        const auto language = language_of_form(std::string_view(name).substr(prefix.size()));
        const auto text = settings.at(1, name);
        if (!language)
            say("language", settings.place(0, name), {{"value", name}});
        else if (!text.empty())
            into.by[*language] = nfc(text);
    }

    /// The survey is asked in the languages its labels have columns for, or those that the settings name.
    void read_languages() {
        labels_ = text_columns(*survey_, "label");
        hints_ = text_columns(*survey_, "hint");
        if (choices_ != nullptr) choice_labels_ = text_columns(*choices_, "label");
        const FormTable* settings = table("settings");
        if (settings != nullptr && !settings->at(1, "languages").empty()) {
            for (std::string_view one : split(settings->at(1, "languages"), ' '))
                if (!trim(one).empty()) made().languages.emplace_back(trim(one));
            return;
        }
        for (std::string_view code : survey_languages)
            if (std::ranges::find(labels_, code, &TextColumn::language) != labels_.end())
                made().languages.emplace_back(code);
    }
    std::vector<TextColumn> text_columns(const FormTable& in, std::string_view kind) {
        std::vector<TextColumn> found;
        for (const auto& [name, column] : in.columns()) {
            if (name == kind) found.push_back({name, default_language_});
            if (!name.starts_with(std::string(kind) + "::")) continue;
            if (auto language = language_of_form(std::string_view(name).substr(kind.size() + 2)))
                found.push_back({name, *language});
            else
                say("language", in.place(0, name), {{"value", name}});
        }
        return found;
    }
    static Texts texts_at(const FormTable& in, std::size_t row, const std::vector<TextColumn>& columns) {
        Texts texts;
        for (const TextColumn& column : columns)
            if (const auto text = in.at(row, column.name); !text.empty())
                texts.by[column.language] = nfc(text);
        return texts;
    }

    void read_lists() {
        if (choices_ == nullptr) return;
        for (std::size_t row = 1; row < choices_->sheet().rows.size(); ++row) {
            std::string_view list = choices_->at(row, "list_name");
            if (list.empty()) list = choices_->at(row, "list name");
            if (list.empty()) continue;
            List& into = lists_[std::string(list)];
            into.options.push_back(
                {std::string(choices_->at(row, "name")), texts_at(*choices_, row, choice_labels_)});
            into.rows.push_back(row);
            for (const auto& [name, column] : choices_->columns())
                if (name != "list_name" && name != "list name" && name != "name" &&
                    !name.starts_with("label") && !choices_->at(row, name).empty())
                    leave_out(choices_->place(row, name), name, choices_->at(row, name));
        }
        if (const auto levels = lists_.find("levels"); levels != lists_.end()) {
            made().levels = levels->second.options;
            add_spots("/levels", levels->second);
        }
    }
    struct List {
        std::vector<Option> options;
        std::vector<std::size_t> rows;
    };
    void add_spots(const std::string& pointer, const List& list) {
        for (std::size_t i = 0; i < list.rows.size(); ++i)
            spots_.push_back({pointer + "/" + std::to_string(i), choices_, list.rows[i]});
    }

    // rows

    void read_row() {
        std::string type = replace_all(std::string(cell("type")), "begin ", "begin_");
        type = replace_all(std::move(type), "end ", "end_");
        if (type.empty()) return;
        if (std::ranges::find(silent_types, type) != silent_types.end()) {
            leave_out(here("type"), type, cell("name"));
            return;
        }
        leave_out_columns(type);
        if (type == "begin_group") return begin_section();
        if (type == "end_group") return end(in_section_, type);
        if (type == "begin_repeat") return begin_table();
        if (type == "end_repeat") return end(in_table_, type);
        if (in_table_) return add_column(type);
        if (type == "note") return read_note();
        read_question(type);
    }
    void leave_out_columns(std::string_view type) {
        const bool ends = type.starts_with("end_");
        for (const auto& [name, column] : survey_->columns()) {
            if (cell(name).empty() || name.starts_with("label") || name == "hint" ||
                name.starts_with("hint::"))
                continue;
            const bool known =
                std::ranges::find(known_columns, name) != known_columns.end() || name == "level";
            const bool appearance = name == "appearance" && cell(name) != "url";
            if ((!known || appearance) && !ends) leave_out(here(name), name, cell(name));
        }
    }
    void begin_section() {
        if (in_section_) return say("nested_group", here("type"), {{"value", std::string(cell("name"))}});
        in_section_ = true;
        outside_ = false;
        section_condition_.clear();
        Section& section = made().sections.emplace_back();
        spots_.push_back({"/sections/" + std::to_string(made().sections.size() - 1), survey_, row_});
        section.key = std::string(cell("name"));
        section.title = texts_at(*survey_, row_, labels_);
        section.level = std::string(cell("level"));
        section.pillar = word(cell("pillar"), "pillar", Pillar::general, parse_pillar);
        section_condition_ = std::string(cell("relevant"));
        section_row_ = row_;
    }
    void end(bool& open, const std::string& type) {
        if (!open) say("not_open", here("type"), {{"value", type}});
        open = false;
    }
    /// What stands outside any group is a section of its own.
    Section& section() {
        if (!in_section_ && (!outside_ || made().sections.empty())) {
            outside_ = true;
            section_condition_.clear();
            Section& fresh = made().sections.emplace_back();
            const std::size_t number = ++outside_count_;
            fresh.key = number == 1 ? "general" : "general-" + std::to_string(number);
            fresh.title = made().title;
            spots_.push_back({"/sections/" + std::to_string(made().sections.size() - 1), survey_, row_});
        }
        return made().sections.back();
    }
    void read_note() {
        Section& into = section();
        if (!into.questions.empty() || !into.about.is_empty()) {
            leave_out(here("type"), "note", cell("name"));
            return;
        }
        into.about = texts_at(*survey_, row_, labels_);
    }
    void begin_table() {
        if (in_table_) return say("nested_group", here("type"), {{"value", std::string(cell("name"))}});
        add_question(QuestionKind::table);
        in_table_ = true;
    }
    void add_column(const std::string& type) {
        if (type != "text") leave_out(here("type"), type, cell("name"));
        section().questions.back().columns.push_back(
            {std::string(cell("name")), texts_at(*survey_, row_, labels_)});
        spots_.push_back(
            {question_pointer() + "/columns/" + std::to_string(section().questions.back().columns.size() - 1),
             survey_, row_});
    }
    std::string question_pointer() {
        return "/sections/" + std::to_string(made().sections.size() - 1) + "/questions/" +
               std::to_string(made().sections.back().questions.size() - 1);
    }
    void read_question(const std::string& type) {
        const std::size_t space = type.find(' ');
        const std::string first = type.substr(0, space);
        if (first == "select_one" || first == "select_multiple") {
            std::string_view list =
                space == std::string::npos ? std::string_view() : trim(std::string_view(type).substr(space));
            return read_choice(first == "select_multiple", list);
        }
        if (type == "text")
            add_question(cell("appearance") == "url" ? QuestionKind::link : QuestionKind::text);
        else if (type == "integer" || type == "decimal")
            add_question(QuestionKind::number);
        else if (type == "date")
            add_question(QuestionKind::day);
        else if (type == "file" || type == "image" || type == "audio" || type == "video")
            add_question(QuestionKind::file);
        else
            say("unknown_type", here("type"), {{"value", type}});
    }
    void read_choice(bool several, std::string_view list) {
        const std::size_t space = list.find(' ');
        if (space != std::string_view::npos) {
            leave_out(here("type"), list.substr(space + 1), cell("name"));
            list = list.substr(0, space);
        }
        const auto found = lists_.find(list);
        if (found == lists_.end()) return say("no_list", here("type"), {{"value", std::string(list)}});
        if (list == "levels" && !several) return add_question(QuestionKind::status);
        add_question(several ? QuestionKind::several_of : QuestionKind::one_of);
        section().questions.back().options = found->second.options;
        add_spots(question_pointer() + "/options", found->second);
    }
    void add_question(QuestionKind kind) {
        Question made_one;
        made_one.key = std::string(cell("name"));
        made_one.kind = kind;
        made_one.label = texts_at(*survey_, row_, labels_);
        made_one.hint = texts_at(*survey_, row_, hints_);
        made_one.source = {std::string(cell("source")), std::string(cell("source_place"))};
        made_one.item = std::string(cell("item"));
        made_one.purpose = word(cell("purpose"), "purpose", Purpose::none, parse_purpose);
        if (!cell("audience").empty())
            made_one.audience = word(cell("audience"), "audience", Audience::own_delegation, parse_audience);
        read_minutes(made_one);
        section().questions.push_back(std::move(made_one));
        spots_.push_back({question_pointer(), survey_, row_});
        read_condition(section().questions.back());
    }
    void read_minutes(Question& into) {
        const std::string_view text = cell("minutes");
        if (text.empty()) return;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into.minutes);
        if (error != std::errc() || end != text.data() + text.size())
            problem("shape", here("minutes"), "expected", "number");
    }
    /// One condition on a question; that of its group holds for those without one.
    void read_condition(Question& into) {
        const std::string own(cell("relevant"));
        const std::string& written = own.empty() ? section_condition_ : own;
        if (written.empty()) return;
        into.shown_if = parse_form_condition(written);
        const bool both = !own.empty() && !section_condition_.empty() && own != section_condition_;
        if (both || !into.shown_if)
            say("condition", own.empty() ? survey_->place(section_row_, "relevant") : here("relevant"),
                {{"value", written}});
    }
    template <class Value, class Parse>
    Value word(std::string_view written, std::string_view column, Value otherwise, Parse parse) {
        if (written.empty()) return otherwise;
        if (auto found = parse(written)) return *found;
        problem("unknown_value", here(column), "value", std::string(written));
        return otherwise;
    }
    void problem(std::string_view code, std::string at, std::string name, std::string value) {
        problems_.reasons.push_back(Reason{"national_reports.survey_" + std::string(code),
                                           {},
                                           {{"at", std::move(at)}, {std::move(name), std::move(value)}},
                                           {}});
    }

    // the end

    void finish() {
        if (in_section_) say("not_closed", here("type"), {{"value", "begin_group"}});
        if (in_table_) say("not_closed", here("type"), {{"value", "begin_repeat"}});
        read_crosswalk();
        Refusal found;
        check_survey(made(), found);
        for (Reason& reason : found.reasons) {
            translate(reason);
            problems_.reasons.push_back(std::move(reason));
        }
    }
    void read_crosswalk() {
        const FormTable* crosswalk = table("crosswalk");
        if (crosswalk == nullptr) return;
        auto& crossings = made().crosswalk;
        for (std::size_t row = 1; row < crosswalk->sheet().rows.size(); ++row) {
            Crossing one{std::string(crosswalk->at(row, "question")),
                         std::string(crosswalk->at(row, "survey")),
                         std::string(crosswalk->at(row, "other_question")),
                         {}};
            if (one == Crossing{}) continue;
            const bool same = !crossings.empty() && crossings.back().question == one.question &&
                              crossings.back().survey == one.survey &&
                              crossings.back().other_question == one.other_question;
            if (!same) {
                crossings.push_back(std::move(one));
                spots_.push_back({"/crosswalk/" + std::to_string(crossings.size() - 1), crosswalk, row});
            }
            if (const auto other = crosswalk->at(row, "other_value"); !other.empty())
                crossings.back().values.emplace_back(std::string(other),
                                                     std::string(crosswalk->at(row, "value")));
        }
    }
    /// From a place in the survey to the cell it came from.
    void translate(Reason& reason) const {
        std::string& at = reason.facts.front().second;
        const Spot* best = nullptr;
        for (const Spot& spot : spots_)
            if (at.starts_with(spot.pointer) &&
                (best == nullptr || spot.pointer.size() >= best->pointer.size()))
                if (at.size() == spot.pointer.size() || at[spot.pointer.size()] == '/') best = &spot;
        if (best == nullptr) {
            at = "settings";
            return;
        }
        at = best->table->place(best->row, column_of(at.substr(best->pointer.size()), reason, *best->table));
    }
    static std::string column_of(const std::string& rest, const Reason& reason, const FormTable& in) {
        const std::string part = rest.empty() ? std::string() : rest.substr(1, rest.find('/', 1) - 1);
        if (part == "key") return in.column("form_id") ? "form_id" : "name";
        if (part == "kind" || part == "options" || part == "columns" || part == "questions") return "type";
        if (part == "shown_if") return "relevant";
        if (part == "values") return "value";
        if (part != "label" && part != "title" && part != "hint") return part;
        std::string language = rest.size() > part.size() + 2 ? rest.substr(part.size() + 2) : std::string();
        for (const auto& [name, value] : reason.facts)
            if (name == "language") language = value;
        const std::string prefix = part == "hint" ? "hint" : "label";
        for (const auto& [name, column] : in.columns())
            if (name.starts_with(prefix + "::") &&
                language_of_form(std::string_view(name).substr(prefix.size() + 2)) == language)
                return name;
        return prefix;
    }

    std::map<std::string, FormTable, std::less<>> tables_;
    const FormTable* survey_ = nullptr;
    const FormTable* choices_ = nullptr;
    std::string default_language_;
    std::vector<TextColumn> labels_, hints_, choice_labels_;
    std::map<std::string, List, std::less<>> lists_;
    std::vector<Spot> spots_;
    std::size_t row_ = 0, section_row_ = 0, outside_count_ = 0;
    std::string section_condition_;
    bool in_section_ = false, in_table_ = false, outside_ = false;
    ReadForm form_;
    Refusal problems_{Refusal::Kind::bad_input, {}};
};

} // namespace

Result<ReadForm> read_xlsform(std::span<const Sheet> sheets) {
    return FormReading(sheets).read();
}

} // namespace poa::national_reports
