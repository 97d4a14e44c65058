// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/importing/enumerator.hpp"

#include "base/text.hpp"
#include "capabilities/documents/importing/script_numbers.hpp"

#include <array>

namespace poa::documents {
namespace {

using Kind = Enumerator::Kind;

constexpr int paragraph_number_max = 1500; // a year that begins a line is no paragraph number

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_big(char c) {
    return c >= 'A' && c <= 'Z';
}

std::size_t spaces_at(std::string_view text, std::size_t at) {
    std::size_t i = at;
    while (i < text.size() && (text[i] == ' ' || text[i] == '\t')) ++i;
    return i - at;
}

std::optional<Enumerator> read_bullet(std::string_view text) {
    static constexpr std::array<std::string_view, 10> signs = {"-", "*", "+", "•", "–",
                                                               "—", "·", "▪", "●", "■"};
    for (std::string_view sign : signs) {
        if (!text.starts_with(sign)) continue;
        std::size_t spaces = spaces_at(text, sign.size());
        if (spaces == 0) continue;
        return Enumerator{Kind::bullet, {}, sign.size() + spaces};
    }
    return std::nullopt;
}

/// "17", "4.1", "4.1.2": length in bytes, 0 where there is none.
std::size_t number_length(std::string_view text) {
    std::size_t i = 0;
    for (int parts = 0; parts < 4; ++parts) {
        std::size_t digits = 0;
        while (i + digits < text.size() && is_digit(text[i + digits])) ++digits;
        if (digits == 0 || digits > 4) return parts == 0 ? 0 : i - 1;
        i += digits;
        if (i + 1 >= text.size() || text[i] != '.' || !is_digit(text[i + 1])) return i;
        ++i;
    }
    return i;
}

/// What closes a number or a letter at `at`: ".", ")" or a converter's escape of one, which keeps a list from
/// beginning; 0 where nothing does.
std::size_t closer_length(std::string_view text, std::size_t at, std::string_view closers) {
    std::size_t escape = text.substr(at).starts_with('\\') ? 1 : 0;
    if (at + escape >= text.size() || closers.find(text[at + escape]) == std::string_view::npos) return 0;
    return escape + 1;
}

std::size_t opener_length(std::string_view text) {
    return text.starts_with('(') ? 1 : text.starts_with("\\(") ? 2 : 0;
}

std::optional<Enumerator> read_number(std::string_view text, bool dot_may_be_missing) {
    std::size_t begin = opener_length(text);
    std::size_t length = number_length(text.substr(begin));
    if (length == 0 || begin + length >= text.size()) return std::nullopt;
    std::string number(text.substr(begin, length));
    bool several = number.find('.') != std::string::npos;
    if (!several && std::stoi(number) > paragraph_number_max) return std::nullopt;
    std::size_t end = begin + length;
    std::size_t close = closer_length(text, end, begin > 0 ? ")" : ".)");
    if (close == 0 && (begin > 0 || !dot_may_be_missing || !several)) return std::nullopt;
    std::size_t spaces = spaces_at(text, end + close);
    if (spaces == 0 || (begin > 0 && length > 3)) return std::nullopt; // "(2024) ..." is a year
    return Enumerator{Kind::number, std::move(number), end + close + spaces, false, begin > 0};
}

std::optional<Enumerator> read_lettered(std::string_view text) {
    std::size_t begin = opener_length(text);
    std::size_t end = begin;
    while (end < text.size() && end - begin < 6 && is_small(text[end])) ++end;
    std::string letters(text.substr(begin, end - begin));
    if (letters.empty() || end >= text.size()) return std::nullopt;
    std::size_t close = closer_length(text, end, begin > 0 ? ")" : ".)");
    if (close == 0) return std::nullopt;
    bool dotted = text[end + close - 1] == '.';
    std::size_t spaces = spaces_at(text, end + close);
    if (spaces == 0) return std::nullopt;
    bool roman = ordinal_of_roman(letters) > 0, letter = ordinal_of_letter(letters) > 0;
    bool likely_roman = roman && (letters.size() > 1 || letters == "i" || letters == "v" || letters == "x");
    if (!likely_roman && (!letter || (dotted && letters.size() > 1))) return std::nullopt;
    return Enumerator{
        likely_roman ? Kind::roman : Kind::letter, letters, end + close + spaces, letter, begin > 0, dotted};
}

bool is_big_roman(std::string_view letters) {
    return ordinal_of_roman(letters) > 0 && letters != "C" && letters != "D" && letters != "L";
}

/// "IV. ", "I – ", "II) ", "B. ", "(B) ".
std::optional<Enumerator> read_big(std::string_view text) {
    std::size_t begin = opener_length(text), end = begin;
    while (end < text.size() && end - begin < 7 && is_big(text[end])) ++end;
    if (end == begin || end >= text.size()) return std::nullopt;
    std::string letters(text.substr(begin, end - begin));
    std::size_t after = end + closer_length(text, end, begin > 0 ? ")" : ".):");
    if (after == end && begin == 0 &&
        (text.substr(after).starts_with(" – ") || text.substr(after).starts_with(" - ")))
        after = text.find(' ', after + 1);
    if (after == end) return std::nullopt;
    std::size_t spaces = spaces_at(text, after);
    if (spaces == 0 || after + spaces >= text.size()) return std::nullopt;
    bool roman = is_big_roman(letters);
    if (!roman && letters.size() > 1) return std::nullopt;
    return Enumerator{roman ? Kind::big_roman : Kind::big_letter,
                      letters,
                      after + spaces,
                      letters.size() == 1,
                      begin > 0,
                      begin == 0};
}

std::optional<Enumerator> read_printed(std::string_view text) {
    if (auto number = read_number(text, false)) return number;
    if (auto number = read_number_of_other_script(text)) return number;
    return read_lettered(text);
}

/// "A." and "IV." of a list; "I – " and "V: " are headings' only.
std::optional<Enumerator> read_big_item(std::string_view text) {
    auto big = read_big(text);
    if (!big) return std::nullopt;
    std::string_view mark = trim(text.substr(0, big->length));
    if (mark.ends_with('.') || mark.ends_with(')')) return big;
    return std::nullopt;
}

} // namespace

std::optional<Enumerator> read_enumerator(std::string_view text) {
    if (text.empty()) return std::nullopt;
    if (auto bullet = read_bullet(text)) {
        // "- (a) ..." and "- 4.1. ...": the converter's bullet before the printed number.
        auto inner = read_printed(text.substr(bullet->length));
        if (!inner || inner->dotted) return bullet;
        inner->length += bullet->length;
        return inner;
    }
    if (auto printed = read_printed(text)) return printed;
    return read_big_item(text);
}

std::optional<Enumerator> read_heading_enumerator(std::string_view text) {
    if (auto big = read_big(text)) return big;
    if (auto number = read_number(text, true)) return number;
    if (auto number = read_number_of_other_script(text)) return number;
    return read_lettered(text);
}

int ordinal_of_letter(std::string_view letters) {
    if (letters.empty() || letters.size() > 2) return 0;
    char first = letters[0] >= 'a' ? letters[0] : static_cast<char>(letters[0] + 32);
    if (!is_small(first)) return 0;
    if (letters.size() == 1) return first - 'a' + 1;
    return letters[1] == letters[0] ? 26 + (first - 'a' + 1) : 0; // "aa" follows "z", "bb" follows "aa"
}

int ordinal_of_roman(std::string_view roman) {
    static constexpr std::array<std::string_view, 10> ones = {"",  "i",  "ii",  "iii",  "iv",
                                                              "v", "vi", "vii", "viii", "ix"};
    static constexpr std::array<std::string_view, 9> tens = {"",  "x",  "xx",  "xxx", "xl",
                                                             "l", "lx", "lxx", "lxxx"};
    if (roman.empty() || roman.size() > 8) return 0;
    std::string small = ascii_lower(roman);
    for (std::size_t ten = 0; ten < tens.size(); ++ten)
        for (std::size_t one = 0; one < ones.size(); ++one)
            if (small.size() == tens[ten].size() + ones[one].size() && small.starts_with(tens[ten]) &&
                small.ends_with(ones[one]))
                return static_cast<int>(ten * 10 + one);
    return 0;
}

int ordinal_of(const Enumerator& enumerator) {
    switch (enumerator.kind) {
    case Kind::number: {
        std::size_t dot = enumerator.number.rfind('.');
        return std::stoi(dot == std::string::npos ? enumerator.number : enumerator.number.substr(dot + 1));
    }
    case Kind::letter:
    case Kind::big_letter:
        return ordinal_of_letter(enumerator.number);
    case Kind::roman:
    case Kind::big_roman:
        return ordinal_of_roman(enumerator.number);
    case Kind::bullet:
        return 0;
    }
    return 0;
}

} // namespace poa::documents
