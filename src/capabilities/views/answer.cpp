// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/answer.hpp"

#include "base/json.hpp"
#include "base/json_value.hpp"
#include "base/text.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace poa::views {
namespace {

constexpr std::string_view silent = "unspecified";
constexpr std::size_t words_characters_max = 400;

struct KindName {
    AnswerKind kind;
    std::string_view name, exchanged;
};
constexpr std::array kinds = {
    KindName{AnswerKind::one_of, "one_of", "enum"},   KindName{AnswerKind::several_of, "several_of", "list"},
    KindName{AnswerKind::yes_no, "yes_no", "bool"},   KindName{AnswerKind::interval, "interval", "range"},
    KindName{AnswerKind::number, "number", "number"}, KindName{AnswerKind::free, "free", "text"},
};

std::unexpected<Refusal> no_answer(const Variable& variable, std::string code, std::string answer) {
    Refusal refusal = Refusal::because(Refusal::Kind::bad_input, std::move(code));
    refusal.with("variable", variable.key);
    refusal.with("answer", std::string(first_characters(answer, words_characters_max)));
    refusal.with("kind", std::string(name_of(variable.kind)));
    refusal.with("allowed", variable.allowed.empty() ? std::string(name_of(variable.kind))
                                                     : join(variable.allowed, ", "));
    return refuse(std::move(refusal));
}

std::optional<double> number_of(const boost::json::value& value) {
    if (value.is_double()) return value.get_double();
    if (value.is_int64()) return static_cast<double>(value.get_int64());
    if (value.is_uint64()) return static_cast<double>(value.get_uint64());
    return std::nullopt;
}

std::optional<double> parse_number(std::string_view text) {
    text = trim(text);
    double number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

Result<Answer> of_words(const Variable& variable, std::vector<std::string> words) {
    Answer answer{variable.kind};
    for (std::string& word : words) {
        if (trim(word).empty() || !is_plain_text(word) || length_in_characters(word) > words_characters_max)
            return no_answer(variable, "views.answer_empty", word);
        if (!variable.allows(word)) return no_answer(variable, "views.answer_not_allowed", word);
        if (std::ranges::find(answer.words, word) != answer.words.end())
            return no_answer(variable, "views.answer_twice", word);
        answer.words.push_back(std::move(word));
    }
    if (answer.words.empty()) return no_answer(variable, "views.answer_empty", "");
    return answer;
}

Result<Answer> of_interval(const Variable& variable, double least, double most) {
    if (least > most)
        return no_answer(variable, "views.answer_interval", text_of(least) + " to " + text_of(most));
    Answer answer{variable.kind};
    answer.least = least;
    answer.most = most;
    return answer;
}

Result<Answer> read_words(const Variable& variable, const boost::json::value& value) {
    std::vector<std::string> words;
    if (!value.is_array()) return no_answer(variable, "views.answer_kind", serialize(value));
    for (const boost::json::value& item : value.get_array()) {
        if (item.is_string())
            words.emplace_back(item.get_string());
        else if (auto number = number_of(item))
            words.push_back(text_of(*number));
        else
            return no_answer(variable, "views.answer_kind", serialize(value));
    }
    return of_words(variable, std::move(words));
}

Result<Answer> read_interval(const Variable& variable, const boost::json::value& value) {
    if (!value.is_array() || value.get_array().size() != 2)
        return no_answer(variable, "views.answer_kind", serialize(value));
    auto least = number_of(value.get_array()[0]);
    auto most = number_of(value.get_array()[1]);
    if (!least || !most) return no_answer(variable, "views.answer_kind", serialize(value));
    return of_interval(variable, *least, *most);
}

Result<Answer> parse_interval(const Variable& variable, std::string_view text) {
    const std::size_t to = text.find(" to ");
    auto least = parse_number(text.substr(0, to));
    auto most = to == std::string_view::npos ? least : parse_number(text.substr(to + 4));
    if (!least || !most) return no_answer(variable, "views.answer_kind", std::string(text));
    return of_interval(variable, *least, *most);
}

Result<Answer> yes_or_no(bool yes) {
    Answer answer{AnswerKind::yes_no};
    answer.yes = yes;
    return answer;
}

bool accepts(const Variable& variable, const std::string& a, const std::string& b) {
    return a == b || std::ranges::any_of(variable.accepts, [&](const auto& pair) {
               return (pair.first == a && pair.second == b) || (pair.first == b && pair.second == a);
           });
}

} // namespace

std::string_view name_of(Strength strength) {
    switch (strength) {
    case Strength::none:
        return "none";
    case Strength::inferred:
        return "inferred";
    case Strength::conditional:
        return "conditional";
    case Strength::firm:
        return "firm";
    }
    return "none";
}

std::optional<Strength> parse_strength(std::string_view name) {
    if (name == "firm" || name == "F") return Strength::firm;
    if (name == "conditional" || name == "C") return Strength::conditional;
    if (name == "inferred" || name == "I") return Strength::inferred;
    return std::nullopt;
}

std::string_view name_of(AnswerKind kind) {
    for (const KindName& each : kinds)
        if (each.kind == kind) return each.name;
    return "free";
}

std::optional<AnswerKind> parse_answer_kind(std::string_view name) {
    for (const KindName& each : kinds)
        if (each.name == name || each.exchanged == name) return each.kind;
    return std::nullopt;
}

std::string text_of(double number) {
    std::array<char, 32> room;
    auto [end, error] = std::to_chars(room.data(), room.data() + room.size(), number);
    return {room.data(), end};
}

std::string text_of(const Answer& answer) {
    switch (answer.kind) {
    case AnswerKind::yes_no:
        return answer.yes ? "yes" : "no";
    case AnswerKind::number:
        return text_of(answer.least);
    case AnswerKind::interval:
        return answer.least == answer.most ? text_of(answer.least)
                                           : text_of(answer.least) + " to " + text_of(answer.most);
    default:
        return join(answer.words, "; ");
    }
}

std::string json_of(const Answer& answer) {
    std::string out;
    JsonWriter json(out);
    switch (answer.kind) {
    case AnswerKind::yes_no:
        json.value(answer.yes);
        break;
    case AnswerKind::number:
        json.raw(text_of(answer.least));
        break;
    case AnswerKind::interval:
        json.begin_array().raw(text_of(answer.least)).raw(text_of(answer.most)).end_array();
        break;
    case AnswerKind::several_of:
        json.begin_array();
        for (const std::string& word : answer.words) json.value(word);
        json.end_array();
        break;
    default:
        json.value(answer.words.empty() ? std::string_view() : std::string_view(answer.words.front()));
    }
    return out;
}

bool Variable::allows(std::string_view word) const {
    if (allowed.empty()) return kind != AnswerKind::one_of;
    return std::ranges::find(allowed, word) != allowed.end();
}

bool Variable::is_silent(const Answer& answer) const {
    return (kind == AnswerKind::one_of || kind == AnswerKind::several_of) && answer.words.size() == 1 &&
           answer.words.front() == silent;
}

Result<Answer> read_answer(const Variable& variable, const boost::json::value& value) {
    switch (variable.kind) {
    case AnswerKind::yes_no:
        if (!value.is_bool()) break;
        return yes_or_no(value.get_bool());
    case AnswerKind::number:
        if (auto number = number_of(value)) return of_interval(variable, *number, *number);
        break;
    case AnswerKind::interval:
        return read_interval(variable, value);
    case AnswerKind::several_of:
        return read_words(variable, value);
    case AnswerKind::one_of:
    case AnswerKind::free:
        if (value.is_string()) return of_words(variable, {std::string(value.get_string())});
        break;
    }
    return no_answer(variable, "views.answer_kind", serialize(value));
}

Result<Answer> parse_answer(const Variable& variable, std::string_view text) {
    text = trim(text);
    switch (variable.kind) {
    case AnswerKind::yes_no:
        if (text == "yes" || text == "no") return yes_or_no(text == "yes");
        return no_answer(variable, "views.answer_kind", std::string(text));
    case AnswerKind::number:
        if (auto number = parse_number(text)) return of_interval(variable, *number, *number);
        return no_answer(variable, "views.answer_kind", std::string(text));
    case AnswerKind::interval:
        return parse_interval(variable, text);
    case AnswerKind::several_of: {
        std::vector<std::string> words;
        for (std::string_view word : split(text, ';')) words.emplace_back(trim(word));
        return of_words(variable, std::move(words));
    }
    default:
        return of_words(variable, {std::string(text)});
    }
}

bool are_compatible(const Variable& variable, const Answer& a, const Answer& b) {
    switch (variable.kind) {
    case AnswerKind::yes_no:
        return a.yes == b.yes;
    case AnswerKind::number:
    case AnswerKind::interval:
        return a.least <= b.most && b.least <= a.most;
    case AnswerKind::several_of:
        return std::ranges::any_of(a.words, [&](const std::string& word) {
            return std::ranges::find(b.words, word) != b.words.end();
        });
    default:
        return accepts(variable, a.words.front(), b.words.front());
    }
}

} // namespace poa::views
