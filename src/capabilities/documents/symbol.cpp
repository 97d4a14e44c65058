// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/symbol.hpp"

#include "base/text.hpp"

namespace poa::documents {
namespace {

constexpr std::size_t symbol_bytes_max = 60;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
    return is_upper(c) || (c >= 'a' && c <= 'z');
}
bool is_word(char c) {
    return is_letter(c) || is_digit(c);
}
char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

std::string ascii_upper(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = upper(c);
    return out;
}

/// First parts of the series that are in use: organs, treaty bodies and conferences.
constexpr std::string_view series[] = {
    "A",  "S",   "E",    "T",   "ST",    "CD",   "DC",  "NPT",  "BWC",  "CCW", "APLC", "CCM",   "ATT", "TD",
    "DP", "CRC", "CERD", "CAT", "CEDAW", "CCPR", "HRI", "UNEP", "FCCC", "CBD", "ICCD", "SPLOS", "PBC", "HSP"};

bool is_series(std::string_view part) {
    return std::find(std::begin(series), std::end(series), part) != std::end(series);
}

/// Words that carry their number after a dot.
constexpr std::string_view dotted[] = {"C",  "AC",  "CONF", "CN",  "L",   "PV", "SR", "CRP", "WP",
                                       "GE", "ADD", "CORR", "REV", "NGO", "SC", "WG", "MSP", "GC"};

bool is_dotted(std::string_view word) {
    return std::find(std::begin(dotted), std::end(dotted), word) != std::end(dotted);
}

/// "78", "2023", "1540(2004)".
bool is_number_part(std::string_view part) {
    std::size_t digits = 0;
    while (digits < part.size() && is_digit(part[digits])) ++digits;
    if (digits == 0 || digits > 6) return false;
    std::string_view rest = part.substr(digits);
    if (rest.empty()) return true;
    return rest.size() == 6 && rest.front() == '(' && rest.back() == ')' &&
           std::all_of(rest.begin() + 1, rest.end() - 1, is_digit);
}

/// "RES", "C.1", "AC.292", "Add.1", "L.73", "PV.12".
bool is_word_part(std::string_view part) {
    std::size_t letters = 0;
    while (letters < part.size() && is_letter(part[letters])) ++letters;
    if (letters == 0 || letters > 8) return false;
    std::string_view rest = part.substr(letters);
    if (rest.empty()) return letters >= 2;
    if (rest.front() != '.' || rest.size() < 2 || rest.size() > 6) return false;
    return std::all_of(rest.begin() + 1, rest.end(), is_digit);
}

std::string canonical_part(std::string_view part) {
    std::string big = ascii_upper(part);
    for (std::string_view word : {"ADD.", "CORR.", "REV."})
        if (big.starts_with(word)) return big.substr(0, 1) + ascii_lower(big.substr(1));
    return big;
}

std::optional<std::string> canonical(std::string_view text) {
    if (text.size() > symbol_bytes_max) return std::nullopt;
    std::vector<std::string_view> parts = split(text, '/');
    if (parts.size() < 2 || parts.size() > 8) return std::nullopt;
    std::string out = ascii_upper(parts[0]);
    if (!is_series(out)) return std::nullopt;
    bool has_number = false;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        if (!is_number_part(parts[i]) && !is_word_part(parts[i])) return std::nullopt;
        has_number |= std::any_of(parts[i].begin(), parts[i].end(), is_digit);
        out += '/';
        out += canonical_part(parts[i]);
    }
    if (!has_number) return std::nullopt;
    return out;
}

/// In running text two parts are too little ("A/4 paper"), but for series that count from their beginning.
bool is_certain(std::string_view text) {
    auto slashes = std::count(text.begin(), text.end(), '/');
    if (slashes >= 2) return true;
    std::string_view number = text.substr(text.find('/') + 1);
    return !text.starts_with("A/") && !text.starts_with("S/") && !text.starts_with("E/") &&
           number.size() >= 3;
}

bool may_precede(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    char c = text[at - 1];
    return !is_word(c) && c != '/' && c != '-' && c != '_' && c != '@' && c != '=' && c != '&' &&
           static_cast<unsigned char>(c) != 0xAD;
}

bool is_symbol_byte(char c) {
    return is_word(c) || c == '/' || c == '.' || c == '(' || c == ')';
}

/// The end of the longest symbol that begins at `at`; `at` where there is none.
std::size_t symbol_end(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && end - at < 6 && is_letter(text[end])) ++end;
    if (end >= text.size() || text[end] != '/') return at;
    while (end < text.size() && end - at < symbol_bytes_max && is_symbol_byte(text[end])) ++end;
    bool cut_inside_word = end < text.size() && (text[end] == '-' || text[end] == '_');
    for (; end > at + 3; --end) {
        std::string_view candidate = text.substr(at, end - at);
        if (cut_inside_word || (end < text.size() && is_word(text[end]))) {
            cut_inside_word = false;
            continue;
        }
        if (is_word(candidate.back()) || candidate.back() == ')')
            if (canonical(candidate) && is_certain(candidate)) return end;
    }
    return at;
}

std::size_t skip_address(std::string_view text, std::size_t at) {
    while (at < text.size() && !std::isspace(static_cast<unsigned char>(text[at])) && text[at] != '>') ++at;
    return at;
}

bool starts_address(std::string_view rest) {
    return rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.") ||
           rest.starts_with("ftp://") || rest.starts_with("mailto:");
}

struct Numbers {
    std::string text; ///< "77/37"
    bool year = false;
    std::size_t end = 0;
};

/// "77/37" or "1996/31" at `at`, not followed by more of a word or a third part.
std::optional<Numbers> numbers_at(std::string_view text, std::size_t at) {
    std::size_t i = at;
    while (i < text.size() && is_digit(text[i])) ++i;
    std::size_t first = i - at;
    if (first < 2 || first > 4 || first == 3 || i >= text.size() || text[i] != '/') return std::nullopt;
    std::size_t second_begin = ++i;
    while (i < text.size() && is_digit(text[i])) ++i;
    if (i == second_begin || i - second_begin > 3) return std::nullopt;
    if (i < text.size() && (is_letter(text[i]) || text[i] == '/')) return std::nullopt;
    return Numbers{std::string(text.substr(at, i - at)), first == 4, i};
}

/// What may stand between two numbers of one list.
std::size_t list_gap(std::string_view rest) {
    for (std::string_view gap : {", and ", " and ", " or ", ", ", " and its resolution ", ", as well as "})
        if (rest.starts_with(gap)) return gap.size();
    return 0;
}

std::string symbol_of(const Numbers& numbers, bool decision) {
    return std::string(numbers.year ? "E/" : "A/") + (decision ? "DEC/" : "RES/") + numbers.text;
}

/// Numbers after "resolution" or "decision", whose word ends at `at`.
std::size_t add_numbers(std::string_view text, std::size_t at, bool decision,
                        std::vector<FoundSymbol>& found) {
    if (at < text.size() && (text[at] == 's' || text[at] == 'S')) ++at;
    if (at >= text.size() || text[at] != ' ') return at;
    ++at;
    while (auto numbers = numbers_at(text, at)) {
        found.push_back({*Symbol::parse(symbol_of(*numbers, decision)), at, numbers->end});
        std::size_t gap = list_gap(text.substr(numbers->end));
        if (gap == 0 || !numbers_at(text, numbers->end + gap)) return numbers->end;
        at = numbers->end + gap;
    }
    return at;
}

bool word_at(std::string_view text, std::size_t at, std::string_view lower_word) {
    if (text.size() - at < lower_word.size()) return false;
    return same_ignoring_case(text.substr(at, lower_word.size()), lower_word);
}

} // namespace

std::optional<Symbol> Symbol::parse(std::string_view text) {
    std::string tight = replace_all(std::string(trim(text)), " (", "(");
    auto found = canonical(tight);
    if (!found) return std::nullopt;
    return Symbol(std::move(*found));
}

std::optional<Symbol> Symbol::from_slug(std::string_view slug) {
    if (std::size_t dot = slug.rfind('.'); dot != std::string_view::npos) slug = slug.substr(0, dot);
    std::string text;
    bool after_dotted = false;
    for (std::string_view part : split(slug, '-')) {
        if (part.empty() || !std::all_of(part.begin(), part.end(), is_word)) return std::nullopt;
        bool number = is_digit(part.front());
        if (!text.empty()) text += after_dotted && number ? '.' : '/';
        text += part;
        after_dotted = text.find('/') != std::string::npos && is_dotted(ascii_upper(part));
    }
    return parse(text);
}

std::string Symbol::slug() const {
    return poa::slug(text_);
}

std::vector<FoundSymbol> find_symbols(std::string_view text) {
    std::vector<FoundSymbol> found;
    for (std::size_t i = 0; i < text.size();) {
        char c = text[i];
        if (!is_letter(c) || !may_precede(text, i)) {
            ++i;
            continue;
        }
        if (starts_address(text.substr(i))) {
            i = skip_address(text, i);
        } else if (std::size_t end = is_upper(c) ? symbol_end(text, i) : i; end > i) {
            found.push_back({*Symbol::parse(text.substr(i, end - i)), i, end});
            i = end;
        } else if (word_at(text, i, "resolution")) {
            i = add_numbers(text, i + 10, false, found);
        } else if (word_at(text, i, "decision")) {
            i = add_numbers(text, i + 8, true, found);
        } else {
            while (i < text.size() && is_letter(text[i])) ++i;
        }
    }
    return found;
}

} // namespace poa::documents
