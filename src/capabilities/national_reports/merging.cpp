// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/merging.hpp"

#include "capabilities/decisions/rules.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

bool has(const std::vector<std::string>& keys, const std::string& key) {
    return std::ranges::find(keys, key) != keys.end();
}

/// What either took away is gone, what either added is there: two sets cannot collide. In the order of the
/// question's options, so that it is the same whichever side is called ours.
std::vector<std::string> merged_sets(const Question& question, const std::vector<std::string>& base,
                                     const std::vector<std::string>& ours,
                                     const std::vector<std::string>& theirs) {
    std::vector<std::string> merged;
    for (const Option& option : question.options) {
        const bool in_ours = has(ours, option.key), in_theirs = has(theirs, option.key);
        if (has(base, option.key) ? in_ours && in_theirs : in_ours || in_theirs) merged.push_back(option.key);
    }
    return merged;
}

/// Brings the members together one by one; the first that cannot be ends it.
class Merging {
  public:
    Merging(const Question& question, const Answer& base, const Answer& ours, const Answer& theirs)
        : question_(question), base_(base), ours_(ours), theirs_(theirs) {}

    MergedAnswer merged() {
        either(&Answer::chosen);
        words(&Answer::text, question_.kind == QuestionKind::text);
        either(&Answer::day);
        either(&Answer::rows);
        either(&Answer::files);
        words(&Answer::note, true);
        if (collides_) return {ours_, true};
        return {std::move(made_), false};
    }

  private:
    template <class Member> bool one_side(Member Answer::*member) {
        const bool ours_changed = ours_.*member != base_.*member;
        const bool theirs_changed = theirs_.*member != base_.*member;
        made_.*member = theirs_changed ? theirs_.*member : ours_.*member;
        return !ours_changed || !theirs_changed || ours_.*member == theirs_.*member;
    }
    template <class Member> void either(Member Answer::*member) {
        if (one_side(member)) return;
        if constexpr (std::is_same_v<Member, std::vector<std::string>>) {
            if (question_.kind == QuestionKind::several_of) {
                made_.chosen = merged_sets(question_, base_.chosen, ours_.chosen, theirs_.chosen);
                return;
            }
        }
        collides_ = true;
    }
    void words(std::string Answer::*member, bool by_word) {
        if (one_side(member)) return;
        if (!by_word) {
            collides_ = true;
            return;
        }
        auto merged = decisions::merge_words(base_.*member, ours_.*member, theirs_.*member);
        collides_ = collides_ || !merged.is_clean();
        made_.*member = std::move(merged.text);
    }

    const Question& question_;
    const Answer &base_, &ours_, &theirs_;
    Answer made_;
    bool collides_ = false;
};

} // namespace

MergedAnswer merge(const Question& question, const Answer& base, const Answer& ours, const Answer& theirs) {
    return Merging(question, base, ours, theirs).merged();
}

} // namespace poa::national_reports
