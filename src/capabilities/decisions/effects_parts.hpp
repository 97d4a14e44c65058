// SPDX-License-Identifier: Apache-2.0
#pragma once
// What effects share, here and in other capabilities, whose files of effects alone may include it: gathering
// reasons, asking the register, the lines of change.
// Each part is in a file of its own.

#include "base/text.hpp"
#include "capabilities/decisions/effects_agreeing.hpp"
#include "capabilities/decisions/store_agreed.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace poa::decisions {

// Those of this capability.
void add_charter_effects(Effects& effects);        ///< charter.amend
void add_recommendation_effects(Effects& effects); ///< recommendation.*
void add_group_effects(Effects& effects);          ///< group.*
void add_work_effects(Effects& effects);    ///< programme of work, areas, fund, label, plain ones
void add_office_effects(Effects& effects);  ///< office.elect, organisation.*
void add_term_effects(Effects& effects);    ///< office.extend
void add_outcome_effects(Effects& effects); ///< outcome.*, founding.*

/// Reasons against an effect, gathered; all of kind rule.
class Objecting {
  public:
    using Facts = std::vector<std::pair<std::string, std::string>>;
    void say(std::string code, std::string field = {}, Facts facts = {}, std::string clause = {}) {
        refusal_.reasons.push_back(
            Reason{std::move(code), std::move(field), std::move(facts), std::move(clause)});
    }
    void say(Reason reason) { refusal_.reasons.push_back(std::move(reason)); }
    [[nodiscard]] bool is_silent() const { return refusal_.reasons.empty(); }
    /// The lines where nothing stands against it.
    [[nodiscard]] Result<std::vector<Change>> or_else(std::vector<Change> changes) && {
        if (!is_silent()) return refuse(std::move(refusal_));
        return changes;
    }

  private:
    Refusal refusal_{Refusal::Kind::rule, {}};
};

template <class Type> [[nodiscard]] std::string number_of(charter::Clause<Type> name) {
    return charter::spec_of(name).number;
}

[[nodiscard]] inline Day today_of(const EffectScene& scene) {
    return Day::of(scene.now);
}
/// Paragraphs divided by empty lines.
[[nodiscard]] inline std::string whole_text(const EffectScene& scene) {
    return join(scene.text.paragraphs, "\n\n");
}
/// What holds now.
[[nodiscard]] inline std::optional<AgreedVersion> agreed_now(const EffectScene& scene, AgreedKind kind,
                                                             std::string_view key) {
    return store::agreed_now(scene.session, kind, key);
}
/// Says "decisions.bad_key" where it is none, "decisions.agreed_already" where something of the kind holds.
void check_new_key(const EffectScene& scene, AgreedKind kind, const std::string& key, std::string field,
                   Objecting& objecting);
/// What holds under the key; else says "decisions.no_such_agreed".
[[nodiscard]] std::optional<AgreedVersion> check_agreed(const EffectScene& scene, AgreedKind kind,
                                                        const std::string& key, std::string field,
                                                        Objecting& objecting);
/// Says "decisions.not_by_that_body" (body) where the clause does not let the proposal's body decide it.
void check_body(const EffectScene& scene, bool may, std::string clause, Objecting& objecting);

/// The attributes and the language of what is put.
[[nodiscard]] Attributes in_language(const EffectScene& scene, Attributes attributes);
/// Agrees it, and says so.
[[nodiscard]] Applied applied(ledger::Work& work, ToAgree agreed, std::vector<Change> changes,
                              const Adoption& adoption);

/// An effect whose check gives lines and whose apply, after the check has passed again, makes one version of
/// them. `make(scene, request)` gives what is agreed.
template <class Request, class Check, class Make>
[[nodiscard]] EffectSpec agreeing(std::string name, std::string_view title, std::string_view about,
                                  Matter matter, std::vector<std::string_view> bodies,
                                  const Input<Request>& input, Check check, Make make) {
    return effect(std::move(name), title, about, matter, std::move(bodies), input, check,
                  [check, make](ledger::Work& work, const EffectScene& scene, const Request& request,
                                const Adoption& adoption) -> Result<Applied> {
                      auto changes = check(scene, request);
                      if (!changes) return refuse(changes.error());
                      return applied(work, make(scene, request, adoption), std::move(*changes), adoption);
                  });
}

} // namespace poa::decisions
