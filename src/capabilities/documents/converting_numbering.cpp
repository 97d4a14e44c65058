// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/converting_numbering.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

namespace poa::documents {
namespace {

constexpr std::size_t levels_max = 9; // as in the format
constexpr int style_depth_max = 20;
constexpr int number_max = 32'767;

struct Level {
    int start = 1;
    std::string form = "decimal", text, style;
    bool all_decimal = false; ///< "IV" of an outer level shows as 4
};

struct List {
    std::string abstract;
    std::map<std::size_t, int> starts; ///< of levels that begin anew with this list
};

struct Style {
    std::string based_on, list;
    std::optional<std::size_t> level;
    bool is_heading = false;
};

/// The element that begins at or after `from`: its whole text, "" where there is none. Elements of one name
/// do not lie inside each other where this is used.
std::string_view element(std::string_view xml, std::string_view name, std::size_t from = 0) {
    std::string open = "<w:" + std::string(name), close = "</w:" + std::string(name) + ">";
    for (std::size_t at = xml.find(open, from); at != std::string_view::npos; at = xml.find(open, at + 1)) {
        std::size_t after = at + open.size();
        if (after >= xml.size()) return {};
        if (xml[after] != ' ' && xml[after] != '>' && xml[after] != '/') continue;
        std::size_t tag_end = xml.find('>', after);
        if (tag_end == std::string_view::npos) return {};
        if (xml[tag_end - 1] == '/') return xml.substr(at, tag_end + 1 - at);
        std::size_t end = xml.find(close, tag_end);
        if (end == std::string_view::npos) return {};
        return xml.substr(at, end + close.size() - at);
    }
    return {};
}

/// The attribute of the element's own tag.
std::string attribute(std::string_view whole, std::string_view name) {
    std::string_view tag = whole.substr(0, whole.find('>'));
    std::string sign = " w:" + std::string(name) + "=\"";
    std::size_t at = tag.find(sign);
    if (at == std::string_view::npos) return {};
    std::string_view value = tag.substr(at + sign.size());
    return std::string(value.substr(0, value.find('"')));
}

std::string value_of(std::string_view xml, std::string_view name) {
    return attribute(element(xml, name), "val");
}

std::optional<int> number_of(const std::string& text) {
    int number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || number < 0 || number > number_max) return std::nullopt;
    return number;
}

std::optional<std::size_t> level_of(const std::string& text) {
    auto number = number_of(text);
    if (!number || static_cast<std::size_t>(*number) >= levels_max) return std::nullopt;
    return static_cast<std::size_t>(*number);
}

template <class Take> void each(std::string_view xml, std::string_view name, Take take) {
    for (std::string_view found = element(xml, name); !found.empty();) {
        take(found);
        auto next = static_cast<std::size_t>(found.data() - xml.data()) + found.size();
        found = element(xml, name, next);
    }
}

std::string roman(int number) {
    static constexpr std::pair<int, const char*> signs[] = {
        {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
        {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
    std::string out;
    for (auto [value, sign] : signs)
        for (; number >= value; number -= value) out += sign;
    return out;
}

std::string big(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

/// "a" to "z", then "aa" to "zz", as Word counts.
std::string letters(int number) {
    return std::string(static_cast<std::size_t>((number - 1) / 26 + 1),
                       static_cast<char>('a' + (number - 1) % 26));
}

std::string in_form(int number, const std::string& form) {
    if (number >= 1 && form == "lowerLetter") return letters(number);
    if (number >= 1 && form == "upperLetter") return big(letters(number));
    if (number >= 1 && form == "lowerRoman") return roman(number);
    if (number >= 1 && form == "upperRoman") return big(roman(number));
    return std::to_string(number);
}

using Levels = std::array<Level, levels_max>;

class Numbering {
  public:
    Numbering(std::string_view numbering, std::string_view styles) {
        each(numbering, "abstractNum", [&](std::string_view xml) { read_abstract(xml); });
        each(numbering, "num", [&](std::string_view xml) { read_list(xml); });
        each(styles, "style", [&](std::string_view xml) { read_style(xml); });
    }

    struct Place {
        std::string list;
        std::size_t level = 0;
        bool is_heading = false;
    };

    /// Where a paragraph with these properties stands; nothing where it is not numbered.
    [[nodiscard]] std::optional<Place> place_of(std::string_view properties) const {
        Place place;
        std::string_view own = element(properties, "numPr");
        std::string style = value_of(properties, "pStyle");
        std::optional<std::size_t> level = level_of(value_of(own, "ilvl"));
        place.list = value_of(own, "numId");
        std::string named = style;
        for (int depth = 0; depth < style_depth_max; ++depth) {
            auto found = styles_.find(named);
            if (found == styles_.end()) break;
            place.is_heading |= found->second.is_heading;
            if (place.list.empty()) place.list = found->second.list;
            if (!level) level = found->second.level;
            named = found->second.based_on;
        }
        if (!lists_.contains(place.list)) return std::nullopt;
        place.level = level ? *level : level_by_style(place.list, style);
        return place;
    }

    [[nodiscard]] const Level& level_at(const Place& place) const {
        return abstracts_.at(lists_.at(place.list).abstract)[place.level];
    }

    /// Counts the paragraph and gives its number as Word shows it.
    std::string take(const Place& place) {
        const List& list = lists_.at(place.list);
        const Levels& levels = abstracts_.at(list.abstract);
        Counts& counts = counts_[list.abstract];
        if (begun_.insert(place.list).second)
            for (auto [level, start] : list.starts) counts[level] = start - 1;
        for (std::size_t outer = 0; outer < place.level; ++outer)
            if (!counts[outer]) counts[outer] = levels[outer].start;
        std::optional<int>& own = counts[place.level];
        own = own ? *own + 1 : levels[place.level].start;
        for (std::size_t inner = place.level + 1; inner < levels_max; ++inner) counts[inner].reset();
        return shown(levels, counts, place.level);
    }

  private:
    using Counts = std::array<std::optional<int>, levels_max>;

    void read_abstract(std::string_view xml) {
        Levels levels;
        each(xml, "lvl", [&](std::string_view one) {
            auto at = level_of(attribute(one, "ilvl"));
            if (!at) return;
            Level& level = levels[*at];
            level.start = number_of(value_of(one, "start")).value_or(1);
            if (std::string form = value_of(one, "numFmt"); !form.empty()) level.form = form;
            level.text = value_of(one, "lvlText");
            level.style = value_of(one, "pStyle");
            level.all_decimal = !element(one, "isLgl").empty();
        });
        abstracts_[attribute(xml, "abstractNumId")] = levels;
    }

    void read_list(std::string_view xml) {
        List list;
        list.abstract = value_of(xml, "abstractNumId");
        if (!abstracts_.contains(list.abstract)) return;
        each(xml, "lvlOverride", [&](std::string_view one) {
            auto level = level_of(attribute(one, "ilvl"));
            auto start = number_of(value_of(one, "startOverride"));
            if (level && start) list.starts[*level] = *start;
        });
        lists_[attribute(xml, "numId")] = std::move(list);
    }

    void read_style(std::string_view xml) {
        Style style;
        style.based_on = value_of(xml, "basedOn");
        std::string_view numbers = element(xml, "numPr");
        style.list = value_of(numbers, "numId");
        style.level = level_of(value_of(numbers, "ilvl"));
        style.is_heading = ascii_lower(value_of(xml, "name")).starts_with("heading ");
        styles_[attribute(xml, "styleId")] = std::move(style);
    }

    [[nodiscard]] std::size_t level_by_style(const std::string& list, const std::string& style) const {
        const Levels& levels = abstracts_.at(lists_.at(list).abstract);
        for (std::size_t i = 0; i < levels_max && !style.empty(); ++i)
            if (levels[i].style == style) return i;
        return 0;
    }

    static std::string shown(const Levels& levels, const Counts& counts, std::size_t at) {
        std::string out;
        const std::string& text = levels[at].text;
        for (std::size_t i = 0; i < text.size(); ++i) {
            bool place = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
            if (!place) {
                out += text[i];
                continue;
            }
            auto level = static_cast<std::size_t>(text[++i] - '1');
            bool decimal = levels[at].all_decimal && level != at;
            out += in_form(counts[level].value_or(levels[level].start),
                           decimal ? "decimal" : levels[level].form);
        }
        return out;
    }

    std::map<std::string, Levels> abstracts_;
    std::map<std::string, List> lists_;
    std::map<std::string, Style> styles_;
    std::map<std::string, Counts> counts_;
    std::set<std::string> begun_;
};

/// The end of the properties that begin at `begin`: those of before a tracked change lie inside them.
std::size_t end_of_properties(std::string_view document, std::size_t begin) {
    static constexpr std::string_view close = "</w:pPr>", change_close = "</w:pPrChange>";
    std::size_t end = document.find(close, begin);
    if (end == std::string_view::npos) return end;
    if (document.substr(begin, end - begin).find("<w:pPrChange") != std::string_view::npos) {
        std::size_t after = document.find(change_close, end);
        if (after == std::string_view::npos) return after;
        end = document.find(close, after);
    }
    return end == std::string_view::npos ? end : end + close.size();
}

/// "4.1" gets the dot that tells a number from a figure.
std::string closed(std::string number) {
    char last = number.empty() ? '.' : number.back();
    bool open = (last >= '0' && last <= '9') || (last >= 'A' && last <= 'Z');
    return open && number.find(' ') == std::string::npos ? number + "." : number;
}

std::string run_of(const std::string& number) {
    return "<w:r><w:t xml:space=\"preserve\">" + closed(number) + " </w:t></w:r>";
}

std::string without_list(std::string_view properties) {
    std::string_view list = element(properties, "numPr");
    return list.empty() ? std::string(properties) : replace_all(std::string(properties), list, "");
}

} // namespace

std::string with_written_numbers(const DocxParts& parts) {
    static constexpr std::string_view open = "<w:pPr>";
    Numbering numbering(parts.numbering, parts.styles);
    std::string out;
    std::size_t copied = 0;
    for (std::size_t at = parts.document.find(open); at != std::string_view::npos;
         at = parts.document.find(open, copied)) {
        std::size_t end = end_of_properties(parts.document, at);
        if (end == std::string_view::npos) break;
        out += parts.document.substr(copied, at - copied);
        copied = end;
        std::string_view properties = parts.document.substr(at, end - at);
        auto place = numbering.place_of(properties);
        std::string number = place ? numbering.take(*place) : std::string();
        const Level* level = place ? &numbering.level_at(*place) : nullptr;
        bool shows = level && level->form != "bullet" && level->form != "none" && !trim(number).empty();
        bool several = shows && std::count(level->text.begin(), level->text.end(), '%') > 1;
        if (shows && place->is_heading)
            out += without_list(properties) + run_of(number);
        else if (several)
            out += run_of(number);
        else
            out += properties;
    }
    return out + std::string(parts.document.substr(copied));
}

} // namespace poa::documents
