// SPDX-License-Identifier: Apache-2.0
#pragma once
// A question put to a body: what each State may still do about it, and what comes out. Pure: the moment is an
// argument.

#include "base/id.hpp"
#include "base/refusal.hpp"
#include "base/time.hpp"
#include "capabilities/decisions/proposal.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::decisions {

/// What is asked. A rule "consensus, then vote" is asked in two questions.
enum class Asked : std::uint8_t { consensus, silence, non_objection, vote };
[[nodiscard]] std::string_view name_of(Asked asked);
[[nodiscard]] std::string_view title_of(Asked asked); ///< source string
[[nodiscard]] std::optional<Asked> parse_asked(std::string_view name);

enum class Voice : std::uint8_t { yes, no, abstain };
[[nodiscard]] std::string_view name_of(Voice voice);
[[nodiscard]] std::optional<Voice> parse_voice(std::string_view name);

struct Question {
    Id<Question> id;
    Id<Proposal> proposal;
    Asked asked = Asked::consensus;
    RuleApplied applied;
    std::int64_t charter_version = 0; ///< in force when it was put: it is decided by that one
    std::int64_t text_version = 0;    ///< what is put
    bool roll_call = false;
    std::int64_t members = 0; ///< States entitled, frozen when it was put
    Instant put;
    std::optional<Instant> closes;           ///< of silence and non-objection: the first moment after it
    std::optional<Instant> ended;            ///< null: open
    std::optional<charter::Outcome> outcome; ///< null while open, and where it was taken back
    std::string taken_back;                  ///< why; empty: it was not
    charter::Tally tally = {};               ///< as it was when it ended
    std::optional<std::int64_t> ruling;      ///< of a vote on an appeal: the ruling; null: on the proposal
    [[nodiscard]] bool is_open() const { return !ended; }
};

/// An objection of a State: to consensus, a broken silence, to an application.
struct Objection {
    std::string state; ///< ISO3
    std::string grounds;
    Instant lodged;
    std::optional<Instant> withdrawn;
};
struct Vote {
    std::string state; ///< ISO3
    Voice voice = Voice::abstain;
    Instant cast;
    std::optional<Voice> corrected; ///< what the State meant; the outcome does not change
    std::optional<Instant> corrected_at;
};

/// The moment that counts: a clock that went back does not reopen what has passed.
[[nodiscard]] inline Instant moment_of(const Question& question, Instant now) {
    return now < question.put ? question.put : now;
}

/// Whether a State may object now. All reasons at once. Refuses (rule; clause of the question) whatever
/// stands against it: "decisions.question_over" (ended, outcome) or, at or after the last moment,
/// "decisions.too_late" (closed; a second counts), "decisions.not_by_objection" for a vote,
/// "decisions.not_entitled" (state); (conflict) "decisions.objected_already" (at); (bad_input, field grounds)
/// "decisions.grounds_needed". `own`: the State's objection that stands or was withdrawn.
[[nodiscard]] Result<void> may_object(const Question& question, bool entitled, const Objection* own,
                                      std::string_view grounds, Instant now);
/// Withdrawing: refuses as above, and (rule) "decisions.no_objection".
[[nodiscard]] Result<void> may_withdraw_objection(const Question& question, const Objection* own,
                                                  Instant now);
/// Voting: refuses (rule) "decisions.question_over", "decisions.not_a_vote", "decisions.not_entitled";
/// (conflict) "decisions.voted_already" (voice, at).
[[nodiscard]] Result<void> may_vote(const Question& question, bool entitled, const Vote* own, Instant now);
/// Correcting what the record shows of one's own vote: after the vote was closed, within the hours of the
/// charter (clause 8.10). While it is open, too: then the correction counts. Refuses (rule)
/// "decisions.not_voted", "decisions.correction_over" (until); (conflict) "decisions.corrected_already": both
/// votes stay, and a third would leave it open which one counts.
[[nodiscard]] Result<void> may_correct(const Question& question, const Vote* own, Instant now);
/// From when the outcome of consensus or of a vote may be declared: so many minutes after it was put (clause
/// 8.12). Nothing of silence and of a window, which end by themselves.
[[nodiscard]] std::optional<Instant> closable_from(const Question& question);
/// Whether the outcome may be declared: refuses (rule) "decisions.question_over", "decisions.not_yet"
/// (closes) before the end of silence or of a window, and "decisions.too_soon" (from, minutes; clause 8.12)
/// before States had time to speak. `spoken`: States entitled that have objected, explained their position or
/// voted; where all have, nobody is waited for.
[[nodiscard]] Result<void> may_close(const Question& question, std::int64_t spoken, Instant now);
/// Extending silence or a window: refuses (rule) "decisions.question_over", "decisions.too_late",
/// "decisions.no_end" where it has none, "decisions.not_longer".
[[nodiscard]] Result<void> may_extend(const Question& question, Instant closes, Instant now);

/// What a vote counts as: a correction counts where it came before the end; afterwards it only stands beside
/// the record.
[[nodiscard]] Voice counted(const Question& question, const Vote& vote);
/// What was heard.
[[nodiscard]] charter::Tally tally_of(const Question& question, std::span<const Objection> objections,
                                      std::span<const Vote> votes);
/// What the rule makes of it.
[[nodiscard]] charter::Outcome outcome_of(const Question& question, const charter::Tally& tally);

/// Whether what was decided binds politically; nothing here ever binds legally (A/78/76, Canada, Colombia).
/// An outcome of a working group does so only if no State spoke against it: no objection and no vote against.
[[nodiscard]] bool binds_politically(std::string_view body, const Question& decided);

/// What is asked first by a rule, and whether a vote may follow when consensus failed.
[[nodiscard]] Asked first_asked(const charter::DecisionRule& rule);

/// Whether a reader of that kind learns which States objected, while it is open and after.
enum class Viewer : std::uint8_t { public_, member_state, chair };
[[nodiscard]] bool shows_objectors(const RuleApplied& rule, Viewer viewer);

} // namespace poa::decisions
