// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/changing.hpp"

#include "base/text.hpp"
#include "capabilities/views/papers.hpp"

#include <algorithm>

namespace poa::views::changing {
namespace {

std::unexpected<Refusal> field(std::string name, Refusal refusal) {
    for (Reason& reason : refusal.reasons) reason.field = name;
    return refuse(std::move(refusal));
}

} // namespace

Result<Cell> find_cell(storage::Session& session, std::string_view actor, std::string_view variable) {
    auto kept = store::questions(session);
    if (!kept) return refuse(Refusal::Kind::rule, "views.no_questions");
    Cell cell;
    cell.questions = kept->questions;
    auto actors = store::actors(session);
    auto found = std::ranges::find_if(actors, [&](const store::KeptActor& each) {
        return same_ignoring_case(each.actor.code, actor) || each.actor.key == actor;
    });
    if (found == actors.end()) return refuse(Refusal::Kind::not_found, "views.no_such_actor");
    cell.actor = *found;
    auto place = cell.questions->find(variable);
    if (!place) return refuse(Refusal::Kind::not_found, "views.no_such_question");
    cell.variable = &cell.questions->at(*place);
    cell.position = store::position(session, *cell.questions, cell.actor.actor.key, variable);
    return cell;
}

Result<void> check_revision(const Cell& cell, std::string_view revision) {
    const std::int64_t now = cell.position ? cell.position->revision : 0;
    if (!revision.empty() && revision != std::to_string(now))
        return refuse(Refusal::Kind::conflict, "views.stale");
    return {};
}

Result<Read> read(const Cell& cell, std::string_view answer, std::string_view strength) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    auto add = [&](const char* name, const Refusal& refusal) {
        for (Reason reason : refusal.reasons) {
            reason.field = name;
            reason.facts.emplace_back("actor", cell.actor.actor.code);
            problems.reasons.push_back(std::move(reason));
        }
    };
    auto parsed = parse_answer(*cell.variable, nfc(answer));
    if (!parsed) add("answer", parsed.error());
    auto level = parse_strength(strength);
    if (!level)
        add("strength", Refusal::because(Refusal::Kind::bad_input, "views.strength_unknown")
                            .with("variable", cell.variable->key)
                            .with("answer", std::string(strength)));
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return Read{std::move(*parsed), *level};
}

Result<void> tie(storage::Session& session, const Cell& cell, store::KeptPosition& position,
                 std::string_view quote) {
    const std::string phrase = nfc(trim(quote));
    const std::vector<Paper> papers = papers_of(session, cell.actor.actor);
    for (const Paper& paper : papers) {
        auto found = paper.finder.find(phrase, {});
        if (found.times == 0) continue;
        if (!found.place)
            return field("quote", Refusal::because(Refusal::Kind::bad_input, "views.quote_twice")
                                      .with("actor", cell.actor.actor.code)
                                      .with("variable", cell.variable->key)
                                      .with("quote", phrase)
                                      .with("times", std::to_string(found.times))
                                      .with("document", paper.title));
        position.document = paper.document;
        position.anchor = paper.finder.passages()[found.place->passage].anchor;
        position.quote = phrase;
        position.locator.clear();
        return {};
    }
    return field("quote", Refusal::because(Refusal::Kind::bad_input, "views.quote_nowhere"));
}

ledger::Entry entry(std::string act, const identity::Permit& permit, const identity::Actor& actor,
                    const Cell& cell, const std::optional<Answer>& answer, Strength strength) {
    ledger::Entry entry;
    entry.act = std::move(act);
    entry.on_behalf = permit.on_behalf();
    entry.subject = "position:" + cell.actor.actor.code + ":" + cell.variable->key;
    entry.audience = Audience::everyone;
    entry.person = actor.person().number;
    entry.facts = {{"actor", cell.actor.actor.key}, {"question", cell.variable->key}};
    if (answer) {
        const bool in_free_words =
            cell.variable->allowed.empty() &&
            (answer->kind == AnswerKind::several_of || answer->kind == AnswerKind::free);
        const std::string text = json_of(*answer);
        entry.facts.emplace_back(in_free_words ? "answer_sha256" : "answer",
                                 in_free_words ? sha256(text).hex() : text);
        entry.facts.emplace_back("strength", std::string(name_of(strength)));
    }
    return entry;
}

Result<Changed> save(ledger::Work& work, const Cell& cell, store::KeptPosition position) {
    position.change = store::last_change(work.session()) + 1;
    position.changed_at = work.now();
    if (!position.id.is_known()) {
        position.question_set = cell.questions->version();
        position.actor = cell.actor.actor.key;
        position.variable = cell.variable->key;
        store::insert(work.session(), position);
        position.revision = 1;
    } else {
        if (!store::update(work.session(), position)) return refuse(Refusal::Kind::conflict, "views.stale");
        ++position.revision;
    }
    return Changed{cell.actor.actor.code, cell.variable->key, position.revision};
}

} // namespace poa::views::changing
