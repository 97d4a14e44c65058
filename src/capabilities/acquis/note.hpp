// SPDX-License-Identifier: Apache-2.0
#pragma once
// What is known or said of the framework without being part of it: guidance, practices, questions, gaps. One
// family of kinds, each with an input of its own, who may write it and what it may be about. Pure.

#include "base/id.hpp"
#include "base/input.hpp"
#include "base/time.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::acquis {

enum class NoteKind : std::uint8_t {
    guidance,       ///< practical steps
    clarification,  ///< how a text is understood, by whoever says so
    practice,       ///< what a State does, in its own words
    standard,       ///< a standard that helps
    gap,            ///< what the framework leaves open, with what shows it and what is proposed
    open_question,  ///< where no common understanding has emerged yet
    role,           ///< what a category of stakeholders does for a pillar
    adjacent,       ///< a matter beside the framework or outside it, with the reason
    infrastructure, ///< what a State considers critical infrastructure
    exchange,       ///< an exchange on one item or subject, and its conclusions
    classification, ///< which items a recommendation puts into practice, and where
    adaptation,     ///< how a State adapts a recommendation to its circumstances
    awareness,      ///< what was done to make the framework known, and how many it reached
    guide,          ///< what States' approaches to a matter have in common, each with its source
    cooperation,    ///< a project of several, for putting the framework into practice
    tool,           ///< a survey, checklist or study that helps to follow and review, with who keeps it
};

enum class AuthorType : std::uint8_t { secretariat, chair, state, organisation };
[[nodiscard]] std::string_view name_of(AuthorType type);
[[nodiscard]] std::string_view title_of(AuthorType type); ///< source string
/// Of "state:XXA", "organisation:KEY", "secretariat", "chair".
[[nodiscard]] AuthorType author_type_of(std::string_view body);

/// The fields of all kinds; each kind's input declares those it has.
struct NoteFields {
    std::string text, level, sources, source, publisher, address, evidence, response, answer, decision,
        status;
    std::string category, scope, conclusions, items, topics, partners, states;
    std::optional<Day> day;
    std::int64_t reached = 0; ///< people
    bool consent = false;
};

struct NoteKindSpec {
    NoteKind kind;
    std::string_view name;                  ///< "open_question"
    std::string_view title;                 ///< source string, plural: "Open questions"
    std::string_view add;                   ///< source string: "Raise a question"
    std::string_view about;                 ///< source string: one sentence for who writes it
    std::vector<AuthorType> authors;        ///< who may write it
    std::vector<std::string_view> subjects; ///< "item", "recommendation", "pillar", "topic", "framework"
    bool is_answered_by_others = false;     ///< the Chair and the secretariat go on with it
    const Input<NoteFields>* input = nullptr;
};
[[nodiscard]] std::span<const NoteKindSpec> all_note_kinds();
[[nodiscard]] const NoteKindSpec& spec_of(NoteKind kind);
[[nodiscard]] const NoteKindSpec* find_note_kind(std::string_view name); ///< null where there is none
[[nodiscard]] inline std::string_view name_of(NoteKind kind) {
    return spec_of(kind).name;
}

/// What a note is about: "item:norm-f", "framework".
struct NoteSubject {
    std::string kind, key;
    [[nodiscard]] std::string text() const { return key.empty() ? kind : kind + ":" + key; }
};
/// Nothing where it is neither.
[[nodiscard]] std::optional<NoteSubject> parse_subject(std::string_view text);

/// What is wrong with the fields beside their limits (bad_input, fields as "fields.NAME"):
/// "acquis.consent_needed", "acquis.answer_missing", "acquis.answer_first", "acquis.action_without_norm",
/// "acquis.bad_address", "acquis.state_without_source" (line), "acquis.one_partner".
[[nodiscard]] Refusal problems_of(NoteKind kind, const NoteFields& fields);

/// Lines of a text, without empty ones and white space at their ends.
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);

struct Note;
struct NoteVersion {
    std::int64_t revision = 0; ///< from 1
    std::string title, language, by_body;
    std::string fields; ///< JSON, as its kind's input reads it
    Instant at;
};
struct Note {
    Id<Note> id;
    NoteKind kind = NoteKind::guidance;
    std::string about, author;
    std::optional<Instant> withdrawn;
    NoteVersion newest;
    std::string origin; ///< address of the report it stands in; empty: written as a note
};

} // namespace poa::acquis
