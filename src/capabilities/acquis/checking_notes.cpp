// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/checking_notes.hpp"

#include "base/require.hpp"
#include "capabilities/acquis/note_inputs.hpp"
#include "capabilities/acquis/permissions.hpp"
#include "capabilities/acquis/queries.hpp"
#include "capabilities/decisions/decisions.hpp"

#include <algorithm>

namespace poa::acquis {
namespace {

using identity::Actor;
using identity::Body;
using identity::Role;

bool is_there(storage::Session& session, const NoteSubject& subject) {
    if (subject.kind == "framework") return true;
    if (subject.kind == "pillar") return parse_pillar(subject.key).has_value();
    if (subject.kind == "recommendation")
        return decisions::store::agreed_now(session, decisions::AgreedKind::recommendation, subject.key)
            .has_value();
    const Framework framework = framework_now(session);
    if (subject.kind == "topic") return framework.topic(subject.key) != nullptr;
    return framework.item(subject.key) != nullptr;
}

void check_keys(storage::Session& session, const NoteFields& fields, Refusal& problems) {
    if (fields.items.empty() && fields.topics.empty()) return;
    const Framework framework = framework_now(session);
    for (const std::string& key : lines_of(fields.items))
        if (framework.item(key) == nullptr)
            problems.add_field("fields.items", "acquis.unknown_item", {{"key", key}});
    for (const std::string& key : lines_of(fields.topics))
        if (framework.topic(key) == nullptr)
            problems.add_field("fields.topics", "acquis.unknown_topic", {{"key", key}});
}

/// As texts, whether they came by form or by JSON.
std::string text_of_fields(const NoteKindSpec& spec, const InputValues& values) {
    decisions::Attributes texts;
    for (const FieldSpec& field : spec.input->fields()) {
        const InputValues::Value* value = values.find(field.name);
        if (value == nullptr) continue;
        using Kind = InputValues::Value::Kind;
        if (value->kind == Kind::text && !value->text.empty()) texts.emplace(field.name, value->text);
        if (value->kind == Kind::number) texts.emplace(field.name, std::to_string(value->number));
        if (value->kind == Kind::truth && value->truth) texts.emplace(field.name, "true");
    }
    return decisions::text_of(texts);
}

} // namespace

std::optional<Body> author_of(const Actor& actor) {
    for (Role role : {Role::secretariat, Role::chair, Role::chair_office, Role::head_of_delegation,
                      Role::delegate, Role::representative})
        for (const identity::Standing& standing : actor.standings())
            if (standing.role == role) return standing.body;
    return std::nullopt;
}

Result<identity::Permit> may_write(ledger::Work& work, const Actor& actor, std::string_view command) {
    auto permit = permissions().check(command, actor, author_of(actor));
    if (!permit) return permit;
    if (auto holds = identity::still_holds(work.session(), actor, *permit, work.now()); !holds)
        return refuse(holds.error());
    return permit;
}

Result<NoteSubject> check_subject(storage::Session& session, const NoteKindSpec& spec,
                                  std::string_view about) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    auto subject = parse_subject(about);
    if (!subject) {
        problems.add_field("about", "acquis.no_such_subject", {{"subject", std::string(about)}});
    } else if (std::ranges::find(spec.subjects, subject->kind) == spec.subjects.end()) {
        problems.add_field("about", "acquis.not_about_that", {{"kind", std::string(spec.name)}});
    } else if (!is_there(session, *subject)) {
        problems.add_field("about", "acquis.no_such_subject", {{"subject", subject->text()}});
    }
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return std::move(*subject);
}

Result<std::string> check_fields(storage::Session& session, const NoteKindSpec& spec,
                                 const InputValues& values) {
    auto fields = spec.input->parse(values);
    if (!fields) {
        for (Reason& reason : fields.error().reasons) reason.field = "fields." + reason.field;
        return refuse(std::move(fields.error()));
    }
    Refusal problems = problems_of(spec.kind, *fields);
    check_keys(session, *fields, problems);
    if (!fields->decision.empty() && !decisions::decision_called(session, fields->decision))
        problems.add_field("fields.decision", "acquis.no_such_decision", {{"symbol", fields->decision}});
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return text_of_fields(spec, values);
}

InputValues values_of_kept(std::string_view kept) {
    const auto texts = decisions::parse_attributes(kept);
    require(texts.has_value(), "fields as the code writes them");
    const std::vector<std::pair<std::string, std::string>> pairs(texts->begin(), texts->end());
    return InputValues::from_pairs(pairs);
}

NoteFields fields_of(NoteKind kind, std::string_view kept) {
    auto fields = note_input(kind).parse(values_of_kept(kept));
    require(fields.has_value(), "fields as they were checked");
    return std::move(*fields);
}

ledger::Entry entry_of(std::string act, const identity::Permit& permit, const Actor& actor,
                       const Note& note) {
    ledger::Entry entry;
    entry.act = std::move(act);
    entry.on_behalf = permit.on_behalf();
    entry.subject = "note:" + std::to_string(note.id.number);
    entry.audience = Audience::everyone;
    entry.person = actor.person().number;
    entry.facts = {{"kind", std::string(name_of(note.kind))},
                   {"about", note.about},
                   {"revision", std::to_string(note.newest.revision)}};
    return entry;
}

std::vector<Choice> language_choices() {
    return {{"en", "English"}, {"fr", "Français"}, {"es", "Español"},
            {"ar", "العربية"}, {"zh", "中文"},     {"ru", "Русский"}};
}

} // namespace poa::acquis
