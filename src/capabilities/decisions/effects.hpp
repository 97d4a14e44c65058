// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a decision does when it is adopted, in the transaction of its adoption. There is no other way to
// change what the mechanism agreed: the functions that change it are reached from here alone. A capability
// registers its effects in its manifest; app makes the one registry.

#include "base/input.hpp"
#include "capabilities/charter/charter.hpp"
#include "capabilities/decisions/proposal.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "storage/database.hpp"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace poa::decisions {

/// The text that is put, in the authentic language.
struct PutText {
    std::string title;
    std::vector<std::string> paragraphs;
};

/// What an effect may ask while it is checked.
struct EffectScene {
    storage::Session& session;
    const charter::CharterInForce& in_force;
    const Proposal& proposal;
    const PutText& text;
    Instant now;
};

/// A line of what would change: shown before tabling, before the question, and on the record.
struct Change {
    std::string what;   ///< a label in English (source string) or a name of the matter: "Months from one
                        ///< plenary to the next"
    std::string before; ///< empty: there was nothing
    std::string after;  ///< empty: it ends
    bool operator==(const Change&) const = default;
};

/// What adoption did.
struct Applied {
    std::string subject; ///< for the journal: "charter:2", "agreed:group:capacity"
    std::string url;     ///< where it can be read
    std::vector<Change> changes;
    ledger::Facts facts; ///< further, for the journal
};

/// How an adoption is referred to by what it changed.
struct Adoption {
    Id<Proposal> proposal;
    std::string symbol; ///< of the decision
    Instant at;
};

/// One kind of effect. Made by `effect<Request>`.
struct EffectSpec {
    std::string name;       ///< "charter.amend"
    std::string_view title; ///< source string: "Amend the charter"
    std::string_view about; ///< source string: one sentence for who tables it
    Matter matter = Matter::substantive;
    std::vector<std::string_view> bodies; ///< that may take it: "plenary", "group"; empty: all
    const InputSpec* input = nullptr;
    /// Whether the fields can be read at all. Refuses as the input does.
    std::function<Result<void>(const InputValues&)> read;
    /// Everything that must hold before it can be tabled, put or adopted, and what would change. Refuses
    /// whatever cannot be applied: all reasons at once, fields as the input names them.
    std::function<Result<std::vector<Change>>(const EffectScene&, const InputValues&)> check;
    /// In the transaction of adoption. Refuses where it cannot be applied any more: then nothing is adopted.
    std::function<Result<Applied>(ledger::Work&, const EffectScene&, const InputValues&, const Adoption&)>
        apply;
};

/// An effect with a typed request. `check(scene, request)` and `apply(work, scene, request, adoption)`.
template <class Request, class Check, class Apply>
[[nodiscard]] EffectSpec effect(std::string name, std::string_view title, std::string_view about,
                                Matter matter, std::vector<std::string_view> bodies,
                                const Input<Request>& input, Check check, Apply apply) {
    EffectSpec made{std::move(name), title, about, matter, std::move(bodies), &input, {}, {}, {}};
    made.read = [&input](const InputValues& values) -> Result<void> {
        if (auto request = input.parse(values); !request) return refuse(request.error());
        return {};
    };
    made.check = [&input, check](const EffectScene& scene,
                                 const InputValues& values) -> Result<std::vector<Change>> {
        auto request = input.parse(values);
        if (!request) return refuse(request.error());
        return check(scene, *request);
    };
    made.apply = [&input, apply](ledger::Work& work, const EffectScene& scene, const InputValues& values,
                                 const Adoption& adoption) -> Result<Applied> {
        auto request = input.parse(values);
        if (!request) return refuse(request.error());
        return apply(work, scene, *request, adoption);
    };
    return made;
}

class Effects {
  public:
    /// A name that is there already is our mistake (require).
    void add(EffectSpec spec);
    [[nodiscard]] const EffectSpec* find(std::string_view name) const; ///< null where there is none
    [[nodiscard]] std::span<const EffectSpec> all() const { return specs_; }

  private:
    std::vector<EffectSpec> specs_;
};

/// Those of this capability and of the charter.
void add_effects(Effects& effects);

/// The values of an effect's input as kept with a proposal: a JSON object of texts (lists: arrays of texts).
[[nodiscard]] std::string text_of_fields(const InputSpec& input, const InputValues& values);
/// And back. Needs: what `text_of_fields` wrote.
[[nodiscard]] InputValues read_fields(std::string_view text);

} // namespace poa::decisions
