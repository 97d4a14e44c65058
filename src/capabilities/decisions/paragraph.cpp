// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/paragraph.hpp"

#include "base/require.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <charconv>

namespace poa::decisions {
namespace {

constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuvwxyz";
constexpr int base = static_cast<int>(digits.size());

int digit_at(std::string_view place, std::size_t at) {
    return at < place.size() ? static_cast<int>(digits.find(place[at])) : 0;
}

/// One blank for each run of blanks, none at the ends.
std::string plain_line(std::string_view line) {
    const std::string blanks = replace_all(std::string(line), "\t", " ");
    std::string out;
    for (const std::string_view word : split(blanks, ' ')) {
        if (word.empty()) continue;
        if (!out.empty()) out += ' ';
        out += word;
    }
    return out;
}

/// Lines as they are kept; an empty one between paragraphs.
std::vector<std::string> plain_lines(std::string_view typed) {
    std::string text = replace_all(replace_all(nfc(typed), "\r\n", "\n"), "\r", "\n");
    text = replace_all(std::move(text), "\xC2\xA0", " "); // a blank that does not break looks like any other
    std::vector<std::string> lines;
    for (const std::string_view line : split(text, '\n')) lines.push_back(plain_line(line));
    return lines;
}

} // namespace

std::string key_of(std::int64_t number) {
    return "p" + std::to_string(number);
}

std::optional<std::int64_t> number_in_key(std::string_view key) {
    if (key.size() < 2 || key.size() > 10 || key[0] != 'p' || key[1] == '0') return std::nullopt;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(key.data() + 1, key.data() + key.size(), number);
    if (error != std::errc() || end != key.data() + key.size() || number < 1) return std::nullopt;
    return number;
}

std::optional<std::size_t> find(const Text& text, std::string_view key) {
    const auto found = std::ranges::find(text, key, &Paragraph::key);
    if (found == text.end()) return std::nullopt;
    return static_cast<std::size_t>(found - text.begin());
}

std::string plain_paragraph(std::string_view typed) {
    std::string out;
    for (const std::string& line : plain_lines(typed)) {
        if (line.empty()) continue;
        if (!out.empty()) out += '\n';
        out += line;
    }
    return out;
}

std::vector<std::string> cut_paragraphs(std::string_view typed) {
    std::vector<std::string> paragraphs;
    bool inside = false;
    for (std::string& line : plain_lines(typed)) {
        if (line.empty()) {
            inside = false;
        } else if (inside) {
            paragraphs.back() += '\n';
            paragraphs.back() += line;
        } else {
            paragraphs.push_back(std::move(line));
            inside = true;
        }
    }
    return paragraphs;
}

Text first_text(std::string_view typed) {
    std::vector<std::string> paragraphs = cut_paragraphs(typed);
    const std::vector<std::string> places = spread_places(paragraphs.size());
    Text text;
    text.reserve(paragraphs.size());
    for (std::size_t at = 0; at < paragraphs.size(); ++at)
        text.push_back(
            {key_of(static_cast<std::int64_t>(at) + 1), std::move(paragraphs[at]), false, places[at]});
    return text;
}

std::string place_between(std::string_view low, std::string_view high) {
    require(high.empty() || low < high, "places in order");
    std::string place;
    bool bounded = !high.empty();
    for (std::size_t at = 0;; ++at) {
        const int least = digit_at(low, at);
        const int most = bounded ? digit_at(high, at) : base;
        if (most - least > 1) {
            // At the end the next digit is enough: texts grow there.
            place += digits[static_cast<std::size_t>(bounded ? (least + most) / 2 : least + 1)];
            return place;
        }
        place += digits[static_cast<std::size_t>(least)];
        if (most != least) bounded = false;
    }
}

std::vector<std::string> spread_places(std::size_t count) {
    std::size_t room = static_cast<std::size_t>(base), width = 1;
    while (room < (count + 1) * 4) room *= static_cast<std::size_t>(base), ++width;
    const std::size_t step = room / (count + 1);
    std::vector<std::string> places;
    for (std::size_t number = 1; number <= count; ++number) {
        std::string place(width, '0');
        std::size_t rest = number * step;
        for (std::size_t at = width; at-- > 0; rest /= static_cast<std::size_t>(base))
            place[at] = digits[rest % static_cast<std::size_t>(base)];
        while (place.back() == '0') place.pop_back();
        places.push_back(std::move(place));
    }
    return places;
}

} // namespace poa::decisions
