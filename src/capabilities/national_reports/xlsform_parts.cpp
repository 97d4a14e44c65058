// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/xlsform_parts.hpp"

#include "base/text.hpp"

#include <array>

namespace poa::national_reports {
namespace {

struct Language {
    std::string_view code, name;
};
constexpr std::array languages{
    Language{"ar", "العربية"},  Language{"zh", "中文"},    Language{"en", "English"},
    Language{"fr", "français"}, Language{"ru", "русский"}, Language{"es", "español"},
};
/// What people write as well.
constexpr std::array other_names{
    Language{"ar", "arabic"},   Language{"zh", "chinese"},  Language{"fr", "french"},
    Language{"ru", "russian"},  Language{"es", "spanish"},  Language{"es", "espanol"},
    Language{"fr", "francais"}, Language{"fr", "Français"}, Language{"es", "Español"},
    Language{"ru", "Русский"},
};

/// Reads a condition from left to right.
class Expression {
  public:
    explicit Expression(std::string_view text) : left_(trim(text)) {}

    std::optional<Condition> read() {
        Condition made;
        if (!read_alternatives(made) || !left_.empty()) return std::nullopt;
        return made;
    }

  private:
    bool take(std::string_view word) {
        left_ = trim(left_);
        if (!left_.starts_with(word)) return false;
        left_.remove_prefix(word.size());
        return true;
    }
    bool read_alternatives(Condition& into) {
        do {
            if (!read_one(into)) return false;
        } while (take_or());
        left_ = trim(left_);
        return true;
    }
    bool take_or() {
        left_ = trim(left_);
        if (!left_.starts_with("or") || (left_.size() > 2 && left_[2] != ' ' && left_[2] != '('))
            return false;
        left_.remove_prefix(2);
        return true;
    }
    bool read_one(Condition& into) {
        if (take("(")) return ++depth_ < 20 && read_alternatives(into) && take(")");
        const bool selected = take("selected");
        if (selected && !take("(")) return false;
        auto question = read_question();
        if (!question || (!into.question.empty() && into.question != *question)) return false;
        if (!take(selected ? "," : "=")) return false;
        auto value = read_value();
        if (!value || (selected && !take(")"))) return false;
        into.question = std::move(*question);
        into.is.push_back(std::move(*value));
        return true;
    }
    std::optional<std::string> read_question() {
        if (!take("${")) return std::nullopt;
        return read_until('}');
    }
    std::optional<std::string> read_value() {
        for (const char quote : {'\'', '"'})
            if (take(std::string_view(&quote, 1))) return read_until(quote);
        return std::nullopt;
    }
    std::optional<std::string> read_until(char end) {
        const std::size_t at = left_.find(end);
        if (at == std::string_view::npos) return std::nullopt;
        std::string made(trim(left_.substr(0, at)));
        left_.remove_prefix(at + 1);
        return made;
    }
    std::string_view left_;
    int depth_ = 0;
};

} // namespace

std::string form_language(std::string_view code) {
    for (const Language& one : languages)
        if (one.code == code) return std::string(one.name) + " (" + std::string(code) + ")";
    return std::string(code);
}

std::optional<std::string> language_of_form(std::string_view written) {
    written = trim(written);
    const std::size_t open = written.rfind('('), close = written.rfind(')');
    if (open != std::string_view::npos && close != std::string_view::npos && close > open)
        written = trim(written.substr(open + 1, close - open - 1));
    for (const Language& one : languages)
        if (same_ignoring_case(one.code, written) || same_ignoring_case(one.name, written))
            return std::string(one.code);
    for (const Language& one : other_names)
        if (same_ignoring_case(one.name, written)) return std::string(one.code);
    return std::nullopt;
}

std::string form_condition(const Condition& condition) {
    std::string made;
    for (const std::string& value : condition.is) {
        if (!made.empty()) made += " or ";
        made += "selected(${" + condition.question + "}, '" + value + "')";
    }
    return made;
}

std::optional<Condition> parse_form_condition(std::string_view written) {
    return Expression(written).read();
}

FormTable::FormTable(const Sheet& sheet) : sheet_(sheet) {
    if (sheet.rows.empty()) return;
    for (std::size_t i = 0; i < sheet.rows.front().size(); ++i) {
        std::string name = replace_all(std::string(trim(sheet.rows.front()[i])), ":: ", "::");
        name = replace_all(std::move(name), " ::", "::");
        if (!name.empty()) columns_.emplace(std::move(name), i);
    }
}

std::optional<std::size_t> FormTable::column(std::string_view name) const {
    const auto found = columns_.find(name);
    return found == columns_.end() ? std::nullopt : std::optional(found->second);
}

std::string_view FormTable::at(std::size_t row, std::string_view name) const {
    const auto found = column(name);
    return found ? trim(sheet_.at(row, *found)) : std::string_view();
}

std::string FormTable::place(std::size_t row, std::string_view name) const {
    if (const auto found = column(name)) return cell_name(sheet_.name, row, *found);
    return sheet_.name + "!" + std::to_string(row + 1);
}

} // namespace poa::national_reports
