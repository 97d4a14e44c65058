// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/pages_agreed_words.hpp"

#include "base/text.hpp"
#include "capabilities/decisions/pages_decisions_drawing.hpp"
#include "capabilities/decisions/priority.hpp"
#include "capabilities/decisions/queries_agreed.hpp"
#include "capabilities/decisions/wording.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace poa::decisions {
namespace {

namespace clause = charter::clause;

/// How a value is said. `own`: as it was written.
enum class Form { own, choice, day, number, language, state, group, region, body };

struct AttributeForm {
    std::string_view name, label;
    Form form = Form::own;
};
constexpr std::array forms{
    AttributeForm{"kind", N_("Kind"), Form::choice},
    AttributeForm{"form", N_("Form"), Form::choice},
    AttributeForm{"office", N_("Office"), Form::choice},
    AttributeForm{"group", N_("Working group"), Form::group},
    AttributeForm{"state", N_("State"), Form::state},
    AttributeForm{"name", N_("Name of the person"), Form::own},
    AttributeForm{"region", N_("Regional group"), Form::region},
    AttributeForm{"topic", N_("Topic"), Form::choice},
    AttributeForm{"mandate", N_("Mandate"), Form::own},
    AttributeForm{"objective", N_("Objective"), Form::own},
    AttributeForm{"outcome", N_("Measurable outcome"), Form::own},
    AttributeForm{"studies", N_("What it is given to study"), Form::choice},
    AttributeForm{"areas", N_("Areas of capacity-building"), Form::choice},
    AttributeForm{"first", N_("First day"), Form::day},
    AttributeForm{"last", N_("Last day"), Form::day},
    AttributeForm{"extended", N_("Months by which the term was extended"), Form::number},
    AttributeForm{"priority", N_("Priority of the year"), Form::choice},
    AttributeForm{"priority_year", N_("Year it is the priority of"), Form::own},
    AttributeForm{"measures", N_("Measures that put it into practice"), Form::own},
    AttributeForm{"confirmed", N_("Last confirmed"), Form::day},
    AttributeForm{"validity", N_("How long an accreditation holds"), Form::choice},
    AttributeForm{"body", N_("Body that adopted it"), Form::body},
    AttributeForm{"to", N_("Body it goes to"), Form::choice},
    AttributeForm{"outcome_version", N_("Version of the outcome"), Form::number},
    AttributeForm{"survey", N_("Key of the survey"), Form::own},
    AttributeForm{"version", N_("Version of the survey"), Form::number},
    AttributeForm{"sha256", N_("Digest of the survey (SHA-256)"), Form::own},
    AttributeForm{"source", N_("Document and paragraph it comes from"), Form::own},
    AttributeForm{"language", N_("Language it was agreed in"), Form::language},
};

/// Of outcomes that the founding makes.
constexpr std::array founding_forms{
    Choice{"founding_declaration", N_("founding declaration")},
    Choice{"affirmation", N_("affirmation of the founding declaration")},
};
/// The effect whose form has the attributes of that kind, with their choices.
std::string_view effect_of(AgreedKind kind) {
    switch (kind) {
    case AgreedKind::acquis_item:
        return "acquis.add_item";
    case AgreedKind::recommendation:
        return "recommendation.adopt";
    case AgreedKind::group:
        return "group.create";
    case AgreedKind::capacity_areas:
        return "capacity_areas.endorse";
    case AgreedKind::office:
        return "office.elect";
    case AgreedKind::outcome:
        return "outcome.adopt";
    default:
        return {};
    }
}

std::span<const Choice> choices_of_effect(const Reading& reading, AgreedKind kind, std::string_view name) {
    const EffectSpec* effect = reading.mechanism.effects.find(effect_of(kind));
    if (effect == nullptr || effect->input == nullptr) return {};
    for (const FieldSpec& field : effect->input->fields())
        if (field.name == name) return field.rules.choices;
    return {};
}

std::span<const Choice> further_choices(std::string_view name) {
    if (name == "form") return founding_forms;
    if (name == "priority") return priorities;
    // A decision writes the topic of a group in its own words; these are of groups of a charter.
    if (name == "topic") return charter::choices::group_topics;
    if (name == "validity") return charter::spec_of(clause::accreditation::validity).limits.choices;
    if (name == "to") return charter::spec_of(clause::mechanism::reports_to).limits.choices;
    return {};
}

/// The value itself where no choice has it.
std::string label_of(std::span<const Choice> choices, std::string_view value, const Reading& reading) {
    const auto found = std::ranges::find(choices, value, &Choice::value);
    return std::string(found == choices.end() ? value : reading.visit.in.tr(found->label));
}

std::string choice_label(const Reading& reading, const AgreedVersion& agreed, std::string_view name,
                         std::string_view value) {
    const auto choices = choices_of_effect(reading, agreed.kind, name);
    if (std::ranges::find(choices, value, &Choice::value) != choices.end())
        return label_of(choices, value, reading);
    return label_of(further_choices(name), value, reading);
}

std::string region_in_words(const Reading& reading, std::string_view key) {
    const auto states = reading.mechanism.states.now();
    const members::Group* group = states->group(key);
    return group == nullptr ? std::string(key)
                            : group->name(members::language_or_english(reading.visit.in.code()));
}

std::string body_in_words(const Reading& reading, std::string_view body, Day day) {
    if (body.starts_with("group:")) return group_in_words(reading, body.substr(6), day);
    return body_words(body, reading.visit);
}

std::string day_in_words(const Reading& reading, std::string_view value) {
    const auto day = Day::parse(value);
    return day ? reading.visit.in.day(*day) : std::string(value);
}

std::string said(const Reading& reading, const AgreedVersion& agreed, const AttributeForm& form,
                 std::string_view value) {
    switch (form.form) {
    case Form::choice:
        return choice_label(reading, agreed, form.name, value);
    case Form::day:
        return day_in_words(reading, value);
    case Form::language:
        return label_of(charter::choices::languages, value, reading);
    case Form::state:
        return state_in_words(reading, value);
    case Form::group:
        return group_in_words(reading, value, Day::of(agreed.since));
    case Form::region:
        return region_in_words(reading, value);
    case Form::body:
        return body_in_words(reading, value, Day::of(agreed.since));
    case Form::own:
    case Form::number:
        break;
    }
    return std::string(value);
}

/// Of what no form is known, as it is written, under its own name.
AttributeForm form_of(std::string_view name) {
    const auto found = std::ranges::find(forms, name, &AttributeForm::name);
    return found == forms.end() ? AttributeForm{name, name, Form::own} : *found;
}

std::vector<std::string> lines_of(const Reading& reading, const AgreedVersion& agreed,
                                  const AttributeForm& form) {
    const std::string_view value = agreed.at(form.name);
    if (form.form == Form::own) return paragraphs_in(value);
    std::vector<std::string> made;
    for (std::string_view line : split(value, '\n'))
        if (!trim(line).empty()) made.push_back(said(reading, agreed, form, trim(line)));
    return made;
}

/// In the order of the table; then what it does not know.
std::vector<std::string_view> names_in(const AgreedVersion& one, const AgreedVersion& other) {
    std::vector<std::string_view> made;
    auto has = [&](std::string_view name) { return !one.at(name).empty() || !other.at(name).empty(); };
    for (const AttributeForm& form : forms)
        if (has(form.name)) made.push_back(form.name);
    for (const Attributes* attributes : {&one.attributes, &other.attributes})
        for (const auto& [name, value] : *attributes)
            if (!value.empty() && std::ranges::find(made, name) == made.end()) made.push_back(name);
    return made;
}

void add_run(std::vector<ChangedWords>& runs, std::string_view change, const std::vector<Word>& words,
             std::size_t begin, std::size_t end) {
    if (begin == end) return;
    runs.push_back({std::string(change), text_of(words, begin, end), words[end - 1].gap});
}

} // namespace

std::string state_in_words(const Reading& reading, std::string_view iso3) {
    const auto states = reading.mechanism.states.now();
    return std::string(states->display_name(iso3, members::language_or_english(reading.visit.in.code())));
}

std::string group_in_words(const Reading& reading, std::string_view key, Day day) {
    for (const WorkingGroup& group : groups_on(reading.session, day))
        if (group.id == key)
            return group.by ? group.title : std::string(reading.visit.in.tr(std::string_view(group.title)));
    return std::string(key);
}

std::string value_in_words(const Reading& reading, const AgreedVersion& agreed, std::string_view name) {
    return join(lines_of(reading, agreed, form_of(name)), "; ");
}

std::vector<AttributeRow> attributes_in_words(const Reading& reading, const AgreedVersion& agreed) {
    std::vector<AttributeRow> made;
    for (std::string_view name : names_in(agreed, agreed)) {
        const AttributeForm form = form_of(name);
        AttributeRow row{std::string(name), std::string(reading.visit.in.tr(form.label)),
                         lines_of(reading, agreed, form), form.form == Form::choice, form.form == Form::own};
        row.is_list = row.is_list && row.lines.size() > 1;
        made.push_back(std::move(row));
    }
    return made;
}

std::vector<ChangeRow> changes_in_words(const Reading& reading, const AgreedVersion& before,
                                        const AgreedVersion& after) {
    const auto& in = reading.visit.in;
    std::vector<ChangeRow> made;
    if (before.title != after.title) made.push_back({std::string(in.tr("Title")), before.title, after.title});
    for (std::string_view name : names_in(before, after))
        if (before.at(name) != after.at(name))
            made.push_back({std::string(in.tr(form_of(name).label)), value_in_words(reading, before, name),
                            value_in_words(reading, after, name)});
    return made;
}

std::vector<ChangedWords> changed_text(const AgreedVersion& before, const AgreedVersion& after) {
    if (before.text == after.text || before.at("language") != after.at("language")) return {};
    const WordDifference found = difference(before.text, after.text);
    std::vector<ChangedWords> runs;
    std::size_t right = 0;
    auto add_same = [&](std::size_t left_end, std::size_t right_end) {
        add_run(runs, "same", found.right, right, right_end);
        // At the end of the newer text stands nothing: what was taken away behind it still needs its blank.
        if (right < right_end && runs.back().gap.empty()) runs.back().gap = found.left[left_end - 1].gap;
    };
    for (const Hunk& hunk : found.hunks) {
        add_same(hunk.begin, hunk.other_begin);
        add_run(runs, "removed", found.left, hunk.begin, hunk.end);
        add_run(runs, "added", found.right, hunk.other_begin, hunk.other_end);
        right = hunk.other_end;
    }
    add_same(found.left.size(), found.right.size());
    return runs;
}

std::vector<std::string> paragraphs_in(std::string_view text) {
    std::vector<std::string> made;
    while (!text.empty()) {
        const std::size_t end = text.find("\n\n");
        const std::string_view one = trim(text.substr(0, end));
        if (!one.empty()) made.emplace_back(one);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 2);
    }
    return made;
}

} // namespace poa::decisions
