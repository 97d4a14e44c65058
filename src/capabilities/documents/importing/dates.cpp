// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/importing/dates.hpp"

#include "base/text.hpp"

#include <array>
#include <charconv>

namespace poa::documents {
namespace {

using Months = std::array<std::string_view, 12>;

constexpr Months english = {"january", "february", "march",     "april",   "may",      "june",
                            "july",    "august",   "september", "october", "november", "december"};
constexpr Months french = {"janvier", "février", "mars",      "avril",   "mai",      "juin",
                           "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
constexpr Months spanish = {"enero", "febrero", "marzo",      "abril",   "mayo",      "junio",
                            "julio", "agosto",  "septiembre", "octubre", "noviembre", "diciembre"};
constexpr Months russian = {"января", "февраля", "марта",    "апреля",  "мая",    "июня",
                            "июля",   "августа", "сентября", "октября", "ноября", "декабря"};

int month_of(std::string_view word) {
    std::string lower = ascii_lower(word);
    for (const Months* months : {&english, &french, &spanish, &russian})
        for (std::size_t i = 0; i < months->size(); ++i)
            if ((*months)[i] == lower) return static_cast<int>(i) + 1;
    return 0;
}

std::optional<int> number_of(std::string_view word) {
    int number = 0;
    auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
    return number;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::string_view word : split(text, ' ')) {
        if (word.ends_with(',')) word.remove_suffix(1);
        if (!word.empty() && word != "de" && word != "года" && word != "г." && word != "del")
            words.push_back(word);
    }
    return words;
}

} // namespace

std::optional<Day> read_date(std::string_view text) {
    text = trim(text);
    if (text.starts_with('[') && text.ends_with(']')) text = trim(text.substr(1, text.size() - 2));
    if (text.size() > 60) return std::nullopt;
    if (auto iso = Day::parse(text)) return iso;
    std::vector<std::string_view> words = words_of(text);
    if (words.size() != 3) return std::nullopt;
    auto year = number_of(words[2]);
    if (!year || *year < 1900 || *year > 2999) return std::nullopt;
    for (auto [d, m] : {std::pair{0, 1}, std::pair{1, 0}}) {
        auto day = number_of(words[static_cast<std::size_t>(d)]);
        int month = month_of(words[static_cast<std::size_t>(m)]);
        if (day && month > 0) return Day::of(*year, month, *day);
    }
    return std::nullopt;
}

bool is_month_and_year(std::string_view text) {
    if (text.size() > 40) return false;
    std::vector<std::string_view> words = words_of(trim(text));
    if (words.size() != 2 || month_of(words[0]) == 0) return false;
    auto year = number_of(words[1]);
    return year && *year >= 1900 && *year <= 2999;
}

} // namespace poa::documents
