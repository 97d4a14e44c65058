// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/pages_problems.hpp"

#include "base/text.hpp"
#include "capabilities/charter/accrediting.hpp"
#include "capabilities/charter/module.hpp"
#include "capabilities/charter/pages_words.hpp"
#include "web/routes.hpp"

#include <algorithm>
#include <array>

namespace poa::charter {
namespace {

using web::Wording;

struct YamlProblem {
    std::string_view said_by_reader;
    std::string_view words; ///< source string
};

constexpr std::array yaml_problems{
    YamlProblem{"could not find expected ':'", N_("a colon is missing after a key")},
    YamlProblem{"did not find expected key", N_("a key is missing, or stands too far in or out")},
    YamlProblem{"did not find expected '-' indicator", N_("an item of a list does not begin with “-”")},
    YamlProblem{"did not find expected ',' or ']'", N_("a list in [ ] is not closed or lacks a comma")},
    YamlProblem{"did not find expected ',' or '}'", N_("a map in { } is not closed or lacks a comma")},
    YamlProblem{"mapping values are not allowed in this context",
                N_("a colon stands where none can: put the text between quotation marks")},
    YamlProblem{"found character that cannot start any token",
                N_("a text begins with a character that needs quotation marks around it, or with a tab")},
    YamlProblem{"found unexpected end of stream", N_("a quotation mark is not closed")},
};

std::string words_of_yaml_problem(std::string_view said, const Wording& in) {
    auto found = std::ranges::find(yaml_problems, said, &YamlProblem::said_by_reader);
    return std::string(found == yaml_problems.end() ? in.tr("this does not fit what stands before it")
                                                    : in.tr(found->words));
}

std::string words_of_form(std::string_view name, const Wording& in) {
    const auto form = std::ranges::find(rule_forms(), name, &Choice::value);
    return std::string(form == rule_forms().end() ? name : in.tr(form->label));
}

std::string words_of_stage(std::string_view name, const Wording& in) {
    const auto stage = parse_stage(name);
    return std::string(stage ? in.tr(title_of(*stage)) : name);
}

std::string words_of_verb(std::string_view name, const Wording& in) {
    const auto verb = parse_verb(name);
    return std::string(verb ? in.tr(title_of(*verb)) : name);
}

std::string words_of_plain(const ClauseLimits& limits, const Wording& in) {
    std::vector<std::string> names;
    for (const Choice& choice : limits.choices) names.emplace_back(choice.value);
    const std::string choices = join(names, ", ");
    const std::string least = std::to_string(limits.least), most = std::to_string(limits.most);
    const std::string_view unit = limits.unit.empty() ? limits.unit : in.tr(limits.unit);
    switch (limits.type) {
    case ClauseType::truth:
        return std::string(in.tr("true or false"));
    case ClauseType::whole:
        return in.tr("a whole number from {least} to {most} ({unit})",
                     {{"least", least}, {"most", most}, {"unit", unit}});
    case ClauseType::text:
        return in.tr_n("a text of at most {n} character", "a text of at most {n} characters",
                       static_cast<std::int64_t>(limits.characters_max));
    case ClauseType::choice:
        return in.tr("one of: {choices}", {{"choices", choices}});
    case ClauseType::choices:
        return in.tr("a list of any of: {choices}", {{"choices", choices}});
    case ClauseType::day:
        return in.tr("a day, as {example}", {{"example", "2026-07-20"}});
    case ClauseType::span:
        return in.tr("{form}, whole numbers from {least} to {most} ({unit})",
                     {{"form", "[least, most]"}, {"least", least}, {"most", most}, {"unit", unit}});
    case ClauseType::rule:
        return in.tr("{form}, with “majority” and “of” for a vote and “hours” for silence",
                     {{"form", "{by: consensus | consensus_then_vote | vote | silence | non_objection}"}});
    case ClauseType::groups:
        return in.tr("a list of {form}", {{"form", "{id, title, topic, meetings_per_year, days}"}});
    case ClauseType::rights:
        return in.tr("for each class of participants and each kind of meeting a list of rights: {form}",
                     {{"form", "{member_states: {plenary: [attend, speak]}}"}});
    }
    return {};
}

std::string words_of_takes(std::string_view path, std::string_view takes, const Wording& in) {
    const ClauseSpec* clause = find_clause(path);
    if (clause == nullptr) return std::string(in.tr(takes)); // of the head: a source string
    const std::string plain = words_of_plain(clause->limits, in);
    return clause->limits.may_be_none ? in.tr("{form}, or null", {{"form", plain}}) : plain;
}

std::string in_words(const Reason& reason, const std::string& name, const std::string& value,
                     const Wording& in) {
    if (name == "takes") return words_of_takes(reason.field, value, in);
    if (name == "by") return words_of_form(value, in);
    if (name == "stage") return words_of_stage(value, in);
    if (name == "verb") return words_of_verb(value, in);
    if (name == "problem" && reason.code == "yaml.malformed") return words_of_yaml_problem(value, in);
    return value;
}

} // namespace

std::string say_problem(const Reason& reason, const Wording& in) {
    static const web::Routes known = [] {
        web::Routes made;
        add_sentences(made);
        return made;
    }();
    Reason made = reason;
    for (auto& [name, value] : made.facts) value = in_words(reason, name, value, in);
    return known.sentences().say(made, in);
}

} // namespace poa::charter
