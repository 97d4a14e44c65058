// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/indicator.hpp"

#include "base/input.hpp" // N_
#include "base/json_value.hpp"
#include "base/reference.hpp"
#include "base/require.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace poa::national_reports {
namespace {

namespace json = boost::json;

constexpr IndicatorPurpose purposes[] = {
    IndicatorPurpose::standing, IndicatorPurpose::threat,   IndicatorPurpose::challenge,
    IndicatorPurpose::need,     IndicatorPurpose::priority, IndicatorPurpose::offer,
};

std::optional<IndicatorPurpose> parse_purpose_name(std::string_view name) {
    const auto found = std::ranges::find_if(purposes, [&](auto purpose) { return name_of(purpose) == name; });
    if (found == std::end(purposes)) return std::nullopt;
    return *found;
}

constexpr std::string_view languages[] = {"ar", "zh", "en", "fr", "ru", "es"};

/// Reads members of objects and notes what is not as it should be, with its place.
class IndicatorReading {
  public:
    explicit IndicatorReading(Refusal& problems) : problems_(problems) {}

    void note(const std::string& at, std::string_view expected) {
        problems_.add_field({}, "national_reports.indicator_shape",
                            {{"at", at}, {"expected", std::string(expected)}});
    }
    std::string text(const json::object& of, std::string_view name, const std::string& at, bool required) {
        const json::value* found = of.if_contains(name);
        if (found != nullptr && found->is_string()) return std::string(found->get_string());
        if (required || found != nullptr) note(at + "/" + std::string(name), "text");
        return {};
    }
    bool truth(const json::object& of, std::string_view name, const std::string& at) {
        const json::value* found = of.if_contains(name);
        if (found == nullptr) return false;
        if (!found->is_bool()) note(at + "/" + std::string(name), "true or false");
        return found->is_bool() && found->get_bool();
    }
    /// The objects of a list, each with its place.
    template <class F>
    void each(const json::object& of, std::string_view name, const std::string& at, F&& read) {
        const json::value* found = of.if_contains(name);
        const std::string place = at + "/" + std::string(name);
        if (found == nullptr || !found->is_array() || found->get_array().empty())
            return note(place, "a list that is not empty");
        std::size_t index = 0;
        for (const json::value& one : found->get_array()) {
            const std::string here = place + "/" + std::to_string(index++);
            if (one.is_object())
                read(one.get_object(), here);
            else
                note(here, "an object");
        }
    }
    Texts texts(const json::object& of, std::string_view name, const std::string& at) {
        Texts texts;
        const std::string place = at + "/" + std::string(name);
        const json::value* found = of.if_contains(name);
        if (found == nullptr || !found->is_object()) return note(place, "texts by language"), texts;
        for (std::string_view language : languages)
            texts.by.emplace(language, text(found->get_object(), language, place, true));
        return texts;
    }
    std::vector<std::string> words(const json::object& of, std::string_view name, const std::string& at) {
        std::vector<std::string> words;
        const std::string place = at + "/" + std::string(name);
        const json::value* found = of.if_contains(name);
        if (found == nullptr || !found->is_array() || found->get_array().empty())
            return note(place, "a list that is not empty"), words;
        for (const json::value& word : found->get_array())
            if (word.is_string())
                words.emplace_back(word.get_string());
            else
                note(place, "texts");
        return words;
    }

  private:
    Refusal& problems_;
};

IndicatorLevel read_level(IndicatorReading& reading, const json::object& of, const std::string& at) {
    return {reading.text(of, "key", at, true), reading.texts(of, "label", at),
            reading.truth(of, "counts", at)};
}

IndicatorSource read_source(IndicatorReading& reading, const json::object& of, const std::string& at) {
    IndicatorSource source;
    source.survey = reading.text(of, "survey", at, true);
    source.question = reading.text(of, "question", at, true);
    source.values = reading.words(of, "values", at);
    source.several = reading.truth(of, "several", at);
    source.conditional = reading.truth(of, "conditional", at);
    const json::value* as = of.if_contains("as");
    if (as == nullptr) return source;
    if (!as->is_object()) return reading.note(at + "/as", "levels by value"), source;
    for (const auto& [value, level] : as->get_object())
        if (level.is_string())
            source.as.emplace_back(value, level.get_string());
        else
            reading.note(at + "/as", "texts");
    return source;
}

void check_levels(IndicatorReading& reading, const Indicator& indicator, const std::string& at) {
    std::set<std::string> levels;
    for (const IndicatorLevel& level : indicator.levels)
        if (!levels.insert(level.key).second) reading.note(at + "/levels", "each level once");
    for (const IndicatorSource& source : indicator.sources)
        for (const std::string& value : source.values)
            if (!levels.contains(source.level_of(value)))
                reading.note(at + "/sources", "values that are levels");
}

/// What indicators share, by name.
struct Shared {
    std::map<std::string, std::vector<IndicatorLevel>, std::less<>> levels;
    std::map<std::string, Texts, std::less<>> abouts;
};

Shared read_shared(IndicatorReading& reading, const json::object& root) {
    Shared shared;
    const json::value* levels = root.if_contains("levels");
    if (levels != nullptr && levels->is_object())
        for (const auto& [name, list] : levels->get_object())
            reading.each(levels->get_object(), name, "/levels",
                         [&](const json::object& of, const std::string& at) {
                             shared.levels[name].push_back(read_level(reading, of, at));
                         });
    const json::value* abouts = root.if_contains("abouts");
    if (abouts != nullptr && abouts->is_object())
        for (const auto& [name, texts] : abouts->get_object())
            shared.abouts[name] = reading.texts(abouts->get_object(), name, "/abouts");
    return shared;
}

template <class T>
T shared_of(IndicatorReading& reading, const std::map<std::string, T, std::less<>>& all,
            const json::object& of, std::string_view name, const std::string& at) {
    const auto found = all.find(reading.text(of, name, at, true));
    if (found == all.end()) return reading.note(at + "/" + std::string(name), "a name of this file"), T{};
    return found->second;
}

Indicator read_indicator(IndicatorReading& reading, const Shared& shared, const json::object& of,
                         const std::string& at) {
    Indicator indicator;
    indicator.key = reading.text(of, "key", at, true);
    const auto purpose = parse_purpose_name(reading.text(of, "purpose", at, true));
    if (!purpose) reading.note(at + "/purpose", "a purpose");
    indicator.purpose = purpose.value_or(IndicatorPurpose::standing);
    indicator.title = reading.texts(of, "title", at);
    indicator.about = shared_of(reading, shared.abouts, of, "about", at);
    indicator.levels = shared_of(reading, shared.levels, of, "levels", at);
    const auto pillar = parse_pillar(reading.text(of, "pillar", at, true));
    if (!pillar) reading.note(at + "/pillar", "a pillar");
    indicator.pillar = pillar.value_or(Pillar::general);
    indicator.item = reading.text(of, "item", at, false);
    indicator.is_scale = reading.truth(of, "scale", at);
    reading.each(of, "sources", at, [&](const json::object& source, const std::string& here) {
        indicator.sources.push_back(read_source(reading, source, here));
    });
    check_levels(reading, indicator, at);
    return indicator;
}

} // namespace

std::span<const IndicatorPurpose> all_indicator_purposes() {
    return purposes;
}
std::string_view name_of(IndicatorPurpose purpose) {
    switch (purpose) {
    case IndicatorPurpose::standing:
        return "standing";
    case IndicatorPurpose::threat:
        return "threat";
    case IndicatorPurpose::challenge:
        return "challenge";
    case IndicatorPurpose::need:
        return "need";
    case IndicatorPurpose::priority:
        return "priority";
    case IndicatorPurpose::offer:
        return "offer";
    }
    return {};
}
std::string_view title_of(IndicatorPurpose purpose) {
    switch (purpose) {
    case IndicatorPurpose::standing:
        return N_("Where States stand");
    case IndicatorPurpose::threat:
        return N_("Threats that concern them");
    case IndicatorPurpose::challenge:
        return N_("What stands in the way");
    case IndicatorPurpose::need:
        return N_("Where support would help");
    case IndicatorPurpose::priority:
        return N_("Priorities");
    case IndicatorPurpose::offer:
        return N_("Where States could support others");
    }
    return {};
}

bool Indicator::is_several() const {
    return std::ranges::any_of(sources, &IndicatorSource::several);
}

const std::string& IndicatorSource::level_of(const std::string& value) const {
    const auto found = std::ranges::find(as, value, &std::pair<std::string, std::string>::first);
    return found == as.end() ? value : found->second;
}

CountRules IndicatorSource::rules() const {
    CountRules rules;
    rules.several = several;
    rules.conditional = conditional;
    rules.values = values;
    return rules;
}

const Indicator* IndicatorCatalogue::find(std::string_view key) const {
    const auto found = std::ranges::find(indicators, key, &Indicator::key);
    return found == indicators.end() ? nullptr : &*found;
}

Result<IndicatorCatalogue> parse_indicators(std::string_view text) {
    auto parsed = parse_json(text);
    if (!parsed) return std::unexpected(parsed.error());
    Refusal problems{Refusal::Kind::bad_input, {}};
    IndicatorReading reading(problems);
    IndicatorCatalogue catalogue;
    if (!parsed->is_object()) {
        reading.note("", "an object");
        return std::unexpected(std::move(problems));
    }
    const json::object& root = parsed->get_object();
    const json::value* version = root.if_contains("version");
    if (version != nullptr && version->is_int64() && version->get_int64() > 0)
        catalogue.version = version->get_int64();
    else
        reading.note("/version", "a whole number from 1");
    const Shared shared = read_shared(reading, root);
    std::set<std::string> keys;
    reading.each(root, "indicators", "", [&](const json::object& of, const std::string& at) {
        catalogue.indicators.push_back(read_indicator(reading, shared, of, at));
        if (!keys.insert(catalogue.indicators.back().key).second) reading.note(at + "/key", "each key once");
    });
    if (!problems.reasons.empty()) return std::unexpected(std::move(problems));
    return catalogue;
}

const IndicatorCatalogue& shipped_indicators() {
    static const IndicatorCatalogue catalogue = [] {
        auto parsed = parse_indicators(reference_file("indicators.json"));
        require(parsed.has_value(), "data/indicators.json holds together: its test says what is wrong");
        return std::move(*parsed);
    }();
    return catalogue;
}

} // namespace poa::national_reports
