// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/note.hpp"

#include "base/require.hpp"
#include "base/text.hpp"
#include "capabilities/acquis/note_inputs.hpp"

#include <algorithm>
#include <array>

namespace poa::acquis {
namespace {

using enum AuthorType;

const std::vector<NoteKindSpec>& specs() {
    static const std::vector<NoteKindSpec> made = {
        {NoteKind::guidance,
         "guidance",
         N_("Guidance"),
         N_("Add guidance"),
         N_("Practical steps that help to carry an item out."),
         {secretariat, chair},
         {"item"},
         false,
         nullptr},
        {NoteKind::clarification,
         "clarification",
         N_("Clarifications"),
         N_("Propose a clarification"),
         N_("How a text is understood, in the name of who says so. It changes nothing that was agreed."),
         {secretariat, chair, state, organisation},
         {"item"},
         false,
         nullptr},
        {NoteKind::practice,
         "practice",
         N_("Good practices"),
         N_("Share a practice"),
         N_("What your State does, in its own words, for others to learn from."),
         {state},
         {"item", "framework"},
         false,
         nullptr},
        {NoteKind::standard,
         "standard",
         N_("Standards"),
         N_("Add a standard"),
         N_("A standard or good practice of others that helps to carry an item out. Nobody is bound to it."),
         {secretariat, chair},
         {"item"},
         false,
         nullptr},
        {NoteKind::gap,
         "gap",
         N_("Gaps"),
         N_("Register a gap"),
         N_("What the framework leaves open or States find hard, with what shows it and what is proposed."),
         {secretariat, chair, state},
         {"item", "topic", "pillar", "framework"},
         true,
         nullptr},
        {NoteKind::open_question,
         "open_question",
         N_("Open questions"),
         N_("Raise a question"),
         N_("A matter on which no common understanding has emerged yet, for study and discussion."),
         {secretariat, chair, state},
         {"item", "topic", "pillar", "framework"},
         true,
         nullptr},
        {NoteKind::role,
         "role",
         N_("Roles of stakeholders"),
         N_("Describe a role"),
         N_("What a category of stakeholders does for a part of the framework."),
         {secretariat, chair, organisation},
         {"pillar"},
         false,
         nullptr},
        {NoteKind::adjacent,
         "adjacent",
         N_("Beside and outside the framework"),
         N_("Mark a matter"),
         N_("A matter that other bodies deal with, with the reason; it stays searchable."),
         {secretariat, chair},
         {"item", "topic", "pillar", "framework"},
         false,
         nullptr},
        {NoteKind::infrastructure,
         "infrastructure",
         N_("What States consider critical infrastructure"),
         N_("Tell what your State considers critical"),
         N_("Told freely: each State decides what it considers critical infrastructure."),
         {state},
         {"item", "topic"},
         false,
         nullptr},
        {NoteKind::exchange,
         "exchange",
         N_("Exchanges"),
         N_("Plan an exchange"),
         N_("An exchange on one item or subject; its conclusions are added when it was held."),
         {secretariat, chair},
         {"item", "topic"},
         false,
         nullptr},
        {NoteKind::classification,
         "classification",
         N_("Where recommendations belong"),
         N_("Say what the recommendation puts into practice"),
         N_("The items of the framework that the recommendation corresponds to, and where it is carried "
            "out."),
         {secretariat, chair},
         {"recommendation"},
         false,
         nullptr},
        {NoteKind::adaptation,
         "adaptation",
         N_("How States adapt it"),
         N_("Tell how your State adapts it"),
         N_("How your State fits the recommendation to its needs and circumstances."),
         {state},
         {"recommendation"},
         false,
         nullptr},
        {NoteKind::awareness,
         "awareness",
         N_("Making the framework known"),
         N_("Tell of an activity"),
         N_("Courses, events and publications that make the framework known, and how many people they "
            "reached."),
         {secretariat, chair, state, organisation},
         {"item", "topic", "pillar", "framework"},
         false,
         nullptr},
        {NoteKind::guide,
         "guide",
         N_("Guides from national approaches"),
         N_("Add a guide"),
         N_("What can be learned from how States go about a matter, each with the source it rests on."),
         {secretariat, chair},
         {"item", "topic", "pillar", "framework"},
         false,
         nullptr},
        {NoteKind::cooperation,
         "cooperation",
         N_("Cooperation projects"),
         N_("Tell of a project"),
         N_("What several States or organisations do together to put the framework into practice."),
         {secretariat, chair, state, organisation},
         {"item", "topic", "pillar", "framework"},
         false,
         nullptr},
        {NoteKind::tool,
         "tool",
         N_("Surveys, checklists and studies"),
         N_("Add a tool"),
         N_("What helps to follow and review how the framework is put into practice, and who keeps it."),
         {secretariat, chair, organisation},
         {"item", "topic", "pillar", "framework"},
         false,
         nullptr},
    };
    static const std::vector<NoteKindSpec> complete = [] {
        std::vector<NoteKindSpec> all = made;
        for (NoteKindSpec& spec : all) spec.input = &note_input(spec.kind);
        return all;
    }();
    return complete;
}

constexpr std::array<std::string_view, 4> author_names{"secretariat", "chair", "state", "organisation"};
constexpr std::array<std::string_view, 4> author_titles{N_("Secretariat"), N_("Chair"), N_("State"),
                                                        N_("Stakeholder")};

bool is_address(std::string_view text) {
    return text.starts_with("https://") || text.starts_with("http://");
}

/// "FJI: where it is laid down".
bool names_a_source(std::string_view line) {
    const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    return line.size() > 4 && std::ranges::all_of(line.substr(0, 3), is_letter) && line[3] == ':' &&
           !trim(line.substr(4)).empty();
}

} // namespace

std::string_view name_of(AuthorType type) {
    return author_names[static_cast<std::size_t>(type)];
}
std::string_view title_of(AuthorType type) {
    return author_titles[static_cast<std::size_t>(type)];
}
AuthorType author_type_of(std::string_view body) {
    if (body.starts_with("state:")) return state;
    if (body.starts_with("organisation:")) return organisation;
    return body == "chair" ? chair : secretariat;
}

std::span<const NoteKindSpec> all_note_kinds() {
    return specs();
}
const NoteKindSpec& spec_of(NoteKind kind) {
    const auto found = std::ranges::find(specs(), kind, &NoteKindSpec::kind);
    require(found != specs().end(), "a kind that is there");
    return *found;
}
const NoteKindSpec* find_note_kind(std::string_view name) {
    const auto found = std::ranges::find(specs(), name, &NoteKindSpec::name);
    return found == specs().end() ? nullptr : &*found;
}

std::optional<NoteSubject> parse_subject(std::string_view text) {
    if (text == "framework") return NoteSubject{"framework", {}};
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon + 1 == text.size()) return std::nullopt;
    const std::string_view kind = text.substr(0, colon);
    if (kind != "item" && kind != "recommendation" && kind != "pillar" && kind != "topic")
        return std::nullopt;
    return NoteSubject{std::string(kind), std::string(text.substr(colon + 1))};
}

Refusal problems_of(NoteKind kind, const NoteFields& fields) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    if (kind == NoteKind::practice && !fields.consent)
        problems.add_field("fields.consent", "acquis.consent_needed");
    if (kind == NoteKind::open_question && fields.status == "answered" && fields.answer.empty())
        problems.add_field("fields.answer", "acquis.answer_missing");
    // A/78/76, Egypt 8 (b): a gap is answered, and then decided on.
    if (kind == NoteKind::gap && fields.response == "none_yet" &&
        (!fields.decision.empty() || !fields.answer.empty()))
        problems.add_field("fields.response", "acquis.answer_first");
    // A/78/76, Colombia: each action corresponds to a norm.
    if (kind == NoteKind::classification && lines_of(fields.items).empty())
        problems.add_field("fields.items", "acquis.action_without_norm");
    // A/78/76, Türkiye: guides rest on research into national approaches.
    if (kind == NoteKind::guide)
        for (const std::string& line : lines_of(fields.states))
            if (!names_a_source(line))
                problems.add_field("fields.states", "acquis.state_without_source", {{"line", line}});
    if (kind == NoteKind::cooperation && lines_of(fields.partners).size() < 2)
        problems.add_field("fields.partners", "acquis.one_partner");
    if (!fields.address.empty() && !is_address(fields.address))
        problems.add_field("fields.address", "acquis.bad_address");
    return problems;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> made;
    for (std::string_view line : split(text, '\n'))
        if (!trim(line).empty()) made.emplace_back(trim(line));
    return made;
}

} // namespace poa::acquis
