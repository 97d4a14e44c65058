// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/needs.hpp"

#include "base/input.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

bool has_label(const Option& option, std::string_view lower) {
    return ascii_lower(option.key) == lower || std::ranges::any_of(option.label.by, [&](const auto& one) {
               return ascii_lower(one.second) == lower;
           });
}

/// The area a text names: by key or label of an option that a question on needs or priorities has.
std::string area_named(const Survey& survey, std::string_view text) {
    const std::string lower = ascii_lower(trim(text));
    for (const Section& section : survey.sections)
        for (const Question& question : section.questions) {
            if (question.purpose != Purpose::need && question.purpose != Purpose::priority) continue;
            for (const Option& option : question.options)
                if (has_label(option, lower)) return option.key;
        }
    return {};
}

/// The cell of the column with that key; empty where there is none.
std::string cell_of(const Question& question, const std::vector<std::string>& row, std::string_view column) {
    for (std::size_t i = 0; i < question.columns.size() && i < row.size(); ++i)
        if (question.columns[i].key == column) return std::string(trim(row[i]));
    return {};
}

/// What stands in columns that have no place of their own.
std::string further_cells(const Question& question, const std::vector<std::string>& row) {
    constexpr std::array<std::string_view, 4> placed{"need", "area", "urgency", "by"};
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < question.columns.size() && i < row.size(); ++i)
        if (std::ranges::find(placed, question.columns[i].key) == placed.end() && !trim(row[i]).empty())
            cells.emplace_back(trim(row[i]));
    return join(cells, "\n");
}

std::string key_of_row(const std::vector<std::string>& row) {
    constexpr std::size_t digits = 16;
    return "row:" + sha256(join(row, "\n")).hex().substr(0, digits);
}

NeedEntry entry_of_row(const Survey& survey, const Question& question, const std::vector<std::string>& row) {
    NeedEntry made;
    made.entry = key_of_row(row);
    const std::string area = cell_of(question, row, "area");
    made.area = area_named(survey, area);
    made.words = cell_of(question, row, "need");
    if (made.area.empty() && !area.empty()) made.words += (made.words.empty() ? "" : " – ") + area;
    made.urgency = cell_of(question, row, "urgency");
    made.wanted = cell_of(question, row, "by");
    made.note = further_cells(question, row);
    return made;
}

class Needs {
  public:
    Needs(const Survey& survey, const Question& question, const ReleasedAnswer& released)
        : survey_(survey), question_(question), released_(released) {}

    std::vector<NeedEntry> take() {
        const Answer& answer = released_.answer;
        for (const std::string& key : answer.chosen) {
            NeedEntry made{{}, key, {}, {}, {}, {}, {}, answer.note, {}};
            if (question_.kind != QuestionKind::status) made.area = key;
            add(std::move(made));
        }
        for (const auto& row : answer.rows) {
            if (std::ranges::all_of(row, [](const std::string& cell) { return trim(cell).empty(); }))
                continue;
            NeedEntry made = entry_of_row(survey_, question_, row);
            if (!answer.note.empty()) made.note += (made.note.empty() ? "" : "\n") + answer.note;
            add(std::move(made));
        }
        if (made_.empty() && !answer.is_empty()) add(whole());
        return std::move(made_);
    }

  private:
    [[nodiscard]] NeedEntry whole() const {
        const Answer& answer = released_.answer;
        NeedEntry made;
        made.words = answer.day ? answer.day->iso() : answer.text;
        for (const AnswerFile& file : answer.files)
            made.words += (made.words.empty() ? "" : "\n") + file.name;
        made.note = answer.note;
        return made;
    }
    void add(NeedEntry made) {
        if (std::ranges::find(made_, made.entry, &NeedEntry::entry) != made_.end()) return;
        made.question = released_.question;
        made.item = question_.item;
        made.sharing = released_.sharing;
        made_.push_back(std::move(made));
    }
    const Survey& survey_;
    const Question& question_;
    const ReleasedAnswer& released_;
    std::vector<NeedEntry> made_;
};

} // namespace

std::string_view name_of(NeedStage stage) {
    constexpr std::array<std::string_view, 3> names{"open", "met", "withdrawn"};
    return names[static_cast<std::size_t>(stage)];
}

std::string_view title_of(NeedStage stage) {
    constexpr std::array<std::string_view, 3> titles{N_("Open"), N_("Met"), N_("Withdrawn")};
    return titles[static_cast<std::size_t>(stage)];
}

std::optional<NeedStage> parse_need_stage(std::string_view name) {
    for (NeedStage stage : all_need_stages)
        if (name_of(stage) == name) return stage;
    return std::nullopt;
}

std::vector<NeedEntry> needs_in(const Survey& survey, std::span<const ReleasedAnswer> release) {
    std::vector<NeedEntry> needs;
    for (const ReleasedAnswer& released : release) {
        const Question* question = survey.find(released.question);
        if (question == nullptr || question->purpose != Purpose::need) continue;
        for (NeedEntry& need : Needs(survey, *question, released).take()) needs.push_back(std::move(need));
    }
    return needs;
}

} // namespace poa::national_reports
