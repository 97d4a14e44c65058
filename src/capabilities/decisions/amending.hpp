// SPDX-License-Identifier: Apache-2.0
#pragma once
// Amendments to a text, amendments to those, and what becomes of the text when one is accepted.

#include "base/id.hpp"
#include "base/refusal.hpp"
#include "base/time.hpp"
#include "capabilities/decisions/merging.hpp"
#include "capabilities/decisions/paragraph.hpp"
#include "capabilities/decisions/proposal.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace poa::decisions {

enum class AmendmentKind : std::uint8_t { replace, insert_before, insert_after, remove, move };
[[nodiscard]] std::span<const AmendmentKind> all_amendment_kinds();
[[nodiscard]] std::string_view name_of(AmendmentKind kind);  ///< "insert_before"
[[nodiscard]] std::string_view title_of(AmendmentKind kind); ///< source string
[[nodiscard]] std::optional<AmendmentKind> parse_amendment_kind(std::string_view name);
[[nodiscard]] constexpr bool has_wording(AmendmentKind kind) {
    return kind != AmendmentKind::remove && kind != AmendmentKind::move;
}
[[nodiscard]] constexpr bool is_insertion(AmendmentKind kind) {
    return kind == AmendmentKind::insert_before || kind == AmendmentKind::insert_after;
}

enum class AmendmentStage : std::uint8_t {
    open,
    accepted,
    set_aside,  ///< by the Chair
    withdrawn,  ///< by who made it
    superseded, ///< taken into a compiled text, changed by an amendment to it, or its paragraph is gone
};
[[nodiscard]] std::string_view name_of(AmendmentStage stage);
[[nodiscard]] std::string_view title_of(AmendmentStage stage); ///< source string
[[nodiscard]] std::optional<AmendmentStage> parse_amendment_stage(std::string_view name);

struct Amendment {
    Id<Amendment> id;
    std::int64_t number = 0;   ///< of the proposal, from 1: "A3"
    std::int64_t parent = 0;   ///< number of the amendment it amends; 0: it amends the text
    std::int64_t replaces = 0; ///< number of the one it came from, by an amendment accepted to that
    std::string by;            ///< "state:XXA", "chair"
    bool attributed = true;    ///< false: who made it is known to the Chair and to itself
    AmendmentKind kind = AmendmentKind::replace;
    std::string target;       ///< key of the paragraph it amends, or beside which it puts a new one
    std::string beside;       ///< of a move: key of the paragraph after which; empty: at the beginning
    std::string text;         ///< the wording it asks for
    std::string base;         ///< the wording it was made of: the paragraph's, or the parent's
    std::int64_t version = 0; ///< the version it was made of
    std::string reason;       ///< may be empty
    AmendmentStage stage = AmendmentStage::open;
    Instant made;
    std::optional<Instant> ended;
    std::int64_t ended_in = 0; ///< version with which it was accepted or superseded; 0: none
};

/// What may be done with a text in a stage of its proposal.
enum class TextAct : std::uint8_t {
    revise,    ///< the whole text of a draft anew
    amend,     ///< amendments, and the Chair's own work on the text
    declare,   ///< positions
    translate, ///< any language version, as soon as it is official
};
/// Refuses (rule) "decisions.text_not_open" (stage).
[[nodiscard]] Result<void> may(TextAct act, Stage stage);

/// All that is wrong with an amendment before it is kept, made of version `text`: (bad_input) on paragraph
/// "decisions.no_such_paragraph", on beside the same and "decisions.beside_itself"; on text
/// "decisions.wording_needed", "decisions.no_change", and what `problems_of_wording` says. `parent`: the one
/// it amends, null: none; (rule) "decisions.amendment_over" (stage), "decisions.no_wording_to_amend" for one
/// that asks for no wording or amends an amendment itself. `last_key`: highest number given to a paragraph.
[[nodiscard]] Refusal problems_of(const Amendment& amendment, const Text& text, const Amendment* parent,
                                  std::int64_t last_key);

/// A wording that cannot stand in a paragraph, each on the field `text`: "decisions.one_paragraph" (an empty
/// line), "decisions.brackets_unbalanced", "decisions.unknown_reference" (reference).
void problems_of_wording(std::string_view typed, std::int64_t last_key, Refusal& problems);

/// What the Chair says to an amendment that was made of an older wording.
struct Settling {
    std::string wording;         ///< the Chair's own; empty: as amended
    bool despite_change = false; ///< a paragraph shall go although it changed since
};
/// The text with an open amendment to it in it. Needs: `anchor_place`, the place that its target has or last
/// had; `new_key` for an insertion. What meanwhile changed elsewhere in the paragraph stays. Refuses
/// (conflict) "decisions.collision" (paragraph, now, yours) followed by one "decisions.collision_at" (base,
/// now, yours) for each place; "decisions.paragraph_removed" (paragraph);
/// "decisions.paragraph_changed" (paragraph, base, now) for a removal.
[[nodiscard]] Result<Text> amended(const Text& now, const Amendment& amendment, std::string_view anchor_place,
                                   const Settling& settling, std::string_view new_key);
/// The wording that an amendment asks for once another, made to it, is accepted. Refuses
/// "decisions.collision" likewise.
[[nodiscard]] Result<std::string> amended_wording(const Amendment& parent, const Amendment& child,
                                                  const Settling& settling);

// Changes of a text. What changes its wording is not agreed any more.

[[nodiscard]] Text with_wording(Text text, std::string_view key, std::string_view wording);
[[nodiscard]] Text without(Text text, std::string_view key);
/// Needs: a key that does not stand in it. `after`: right behind `anchor_place`, else right before.
[[nodiscard]] Text with_new(Text text, std::string key, std::string_view wording,
                            std::string_view anchor_place, bool after);
/// Needs: both stand in it, or `beside` is empty: at the beginning.
[[nodiscard]] Text with_moved(Text text, std::string_view key, std::string_view beside);

/// The refusal for wordings that collide.
[[nodiscard]] Refusal collision(std::string_view paragraph, std::string_view now, std::string_view yours,
                                const Merged& merged);

} // namespace poa::decisions
