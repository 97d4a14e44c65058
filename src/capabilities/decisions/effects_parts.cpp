// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/effects_parts.hpp"

namespace poa::decisions {

void check_new_key(const EffectScene& scene, AgreedKind kind, const std::string& key, std::string field,
                   Objecting& objecting) {
    if (!is_agreed_key(key)) return objecting.say("decisions.bad_key", std::move(field), {{"key", key}});
    if (agreed_now(scene, kind, key))
        objecting.say("decisions.agreed_already", std::move(field), {{"key", key}});
}

std::optional<AgreedVersion> check_agreed(const EffectScene& scene, AgreedKind kind, const std::string& key,
                                          std::string field, Objecting& objecting) {
    auto found = agreed_now(scene, kind, key);
    if (!found) objecting.say("decisions.no_such_agreed", std::move(field), {{"key", key}});
    return found;
}

void check_body(const EffectScene& scene, bool may, std::string clause, Objecting& objecting) {
    if (!may)
        objecting.say(
            "decisions.not_by_that_body", {},
            {{"body", scene.proposal.body}, {"body_words", std::string(words_of_body(scene.proposal.body))}},
            std::move(clause));
}

Attributes in_language(const EffectScene& scene, Attributes attributes) {
    attributes.insert_or_assign("language", scene.proposal.language);
    return attributes;
}

Applied applied(ledger::Work& work, ToAgree agreed, std::vector<Change> changes, const Adoption& adoption) {
    Applied made;
    made.subject = subject_of(agreed.kind, agreed.key);
    made.url = url_of(agreed.kind, agreed.key);
    made.changes = std::move(changes);
    agree(work, std::move(agreed), adoption);
    return made;
}

} // namespace poa::decisions
