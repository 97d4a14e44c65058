// SPDX-License-Identifier: Apache-2.0
// Everybody who may ask, asks everything, every day, keeps all answers, and knows how the counting is done:
// which answers of others are still possible? Tried out on small worlds by trying them all.
#include "capabilities/national_reports/counting.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

namespace poa::national_reports {
namespace {

struct Observer {
    std::string own;        ///< a State knows its own answers; empty: none
    bool is_member = false; ///< acts for a Member State
    std::string party;      ///< sees what is shared with it
    bool sees(const AnswerEvent& event) const {
        if (event.sharing.audience == Audience::everyone) return true;
        if (!own.empty() && event.state == own) return true;
        if (event.sharing.audience == Audience::member_states) return is_member;
        const auto& parties = event.sharing.parties;
        return event.sharing.audience == Audience::parties &&
               std::ranges::find(parties, party) != parties.end();
    }
};

/// What an observer is shown, as text.
template <class Counter> std::string shown_to(const Counter& counter, const Observer& observer) {
    std::string text;
    for (const GroupCount& group :
         counter.counted_for([&](const AnswerEvent& event) { return observer.sees(event); })) {
        text += group.group + ":" + std::to_string(group.answered) + "," + std::to_string(group.uncounted);
        for (const ValueCount& value : group.values) {
            text += ";" + value.value + "=" + std::to_string(value.hidden) + (value.is_whole ? "" : "?");
            for (const std::string& state : value.states) text += " " + state;
        }
        text += "\n";
    }
    return text;
}

/// What an observer is shown after every event: its own view and the public's.
template <class Counter>
std::vector<std::string> transcript(const std::vector<AnswerEvent>& events, const CountRules& rules,
                                    const Observer& observer) {
    Counter counter(rules);
    std::vector<std::string> pages;
    for (const AnswerEvent& event : events) {
        counter.take(event);
        pages.push_back(shown_to(counter, observer) + "|" + shown_to(counter, Observer{}));
    }
    return pages;
}

/// Whether all of that would have been the same with these answers.
template <class Counter>
bool is_possible(const std::vector<AnswerEvent>& events, const CountRules& rules, const Observer& observer,
                 const std::vector<std::string>& seen) {
    Counter counter(rules);
    for (std::size_t i = 0; i < events.size(); ++i) {
        counter.take(events[i]);
        if (shown_to(counter, observer) + "|" + shown_to(counter, Observer{}) != seen[i]) return false;
    }
    return true;
}

bool chose(const AnswerEvent& event, const std::string& value) {
    return std::ranges::find(event.values, value) != event.values.end();
}

using World = std::vector<std::size_t>; ///< index of the answer of each event

/// Events whose answer can be no other than the one given, as far as the observer can tell.
template <class Counter>
std::vector<std::size_t> told(std::vector<AnswerEvent> events, const CountRules& rules,
                              const std::vector<std::vector<std::string>>& answers,
                              const Observer& observer) {
    const auto seen = transcript<Counter>(events, rules, observer);
    std::vector<std::size_t> hidden;
    for (std::size_t i = 0; i < events.size(); ++i)
        if (events[i].stands && !observer.sees(events[i])) hidden.push_back(i);
    std::vector<std::set<std::size_t>> possible(hidden.size());
    World world(hidden.size(), 0);
    for (bool more = !hidden.empty(); more;) {
        for (std::size_t i = 0; i < hidden.size(); ++i) events[hidden[i]].values = answers[world[i]];
        if (is_possible<Counter>(events, rules, observer, seen))
            for (std::size_t i = 0; i < hidden.size(); ++i) possible[i].insert(world[i]);
        std::size_t at = 0;
        while (at < world.size() && ++world[at] == answers.size()) world[at++] = 0;
        more = at < world.size();
    }
    std::vector<std::size_t> alone;
    for (std::size_t i = 0; i < hidden.size(); ++i)
        if (possible[i].size() < 2) alone.push_back(hidden[i]);
    return alone;
}

std::int64_t answers_in(const GroupCount& group) {
    std::int64_t answers = 0;
    for (const ValueCount& value : group.values) answers += value.count();
    return answers;
}

/// Counts whoever lets be counted, at once: what one would write first.
class NaiveCounter {
  public:
    explicit NaiveCounter(CountRules rules) : rules_(std::move(rules)) {}
    void take(const AnswerEvent& event) {
        if (event.stands)
            standing_[event.state] = event;
        else
            standing_.erase(event.state);
    }
    std::vector<GroupCount> counted_for(FunctionRef<bool(const AnswerEvent&)> sees) const {
        std::map<std::string, GroupCount> groups;
        for (const auto& [state, event] : standing_) {
            GroupCount& group = groups[event.group];
            group.group = event.group;
            if (group.values.empty())
                for (const std::string& value : rules_.values) group.values.push_back({value, {}, 0, true});
            for (ValueCount& value : group.values)
                if (chose(event, value.value))
                    sees(event) ? value.states.push_back(state) : void(++value.hidden);
        }
        std::vector<GroupCount> all;
        // It knows that small numbers tell, and leaves groups of fewer than five out.
        for (auto& [key, group] : groups)
            if (answers_in(group) >= 5) all.push_back(group);
        return all;
    }

  private:
    CountRules rules_;
    std::map<std::string, AnswerEvent> standing_;
};

const CountRules yes_or_no{5, false, false, {"yes", "no"}};
const std::vector<std::vector<std::string>> yes_no_answers{{"yes"}, {"no"}};

Sharing hidden_sharing(std::size_t layer) {
    if (layer == 1) return {Audience::member_states, {}, true};
    if (layer == 2) return {Audience::parties, {"state:PPP"}, true};
    return {Audience::own_delegation, {}, true};
}

AnswerEvent answer_of(int state, std::vector<std::string> values, Sharing sharing, std::int64_t at) {
    return {Instant{at},       std::string("S") + static_cast<char>('A' + state),
            "group-one",       true,
            std::move(values), std::move(sharing)};
}

/// Reports and revisions of eight States; some withdraw, some let be counted no more.
rc::Gen<std::vector<AnswerEvent>> histories(const std::vector<std::vector<std::string>>& answers,
                                            std::size_t length) {
    return rc::gen::map(
        rc::gen::container<std::vector<int>>(length, rc::gen::inRange(0, 7 * 10 * 10 * 12)),
        [answers](const std::vector<int>& drawn) {
            std::vector<AnswerEvent> events;
            for (const int number : drawn) {
                const int layer = number / 7 % 10, act = number / 70 % 10;
                AnswerEvent event =
                    answer_of(number % 7, answers[static_cast<std::size_t>(number / 700) % answers.size()],
                              hidden_sharing(layer < 7   ? 0
                                             : layer < 9 ? 1
                                                         : 2),
                              static_cast<std::int64_t>(events.size()));
                if (act == 0) event.stands = false;
                if (act == 1) event.sharing.counted = false;
                if (!event.stands) event.values.clear();
                events.push_back(std::move(event));
            }
            return events;
        });
}

std::vector<Observer> all_observers() {
    std::vector<Observer> all{{}, {"", true, ""}, {"", true, "state:PPP"}};
    for (const char* code : {"SA", "SC", "SF"}) all.push_back({code, true, std::string("state:") + code});
    return all;
}

void nobody_is_told(const std::vector<AnswerEvent>& events, const CountRules& rules,
                    const std::vector<std::vector<std::string>>& answers) {
    for (const Observer& observer : all_observers())
        RC_ASSERT(told<AnswerCounter>(events, rules, answers, observer).empty());
}

/// Histories in which five meet in one layer come up often enough only where they begin so.
std::vector<AnswerEvent> with_beginning(std::vector<AnswerEvent> drawn, int states, std::size_t layer,
                                        unsigned values,
                                        const std::vector<std::vector<std::string>>& answers) {
    std::vector<AnswerEvent> events;
    for (int state = 0; state < states; ++state) {
        events.push_back(answer_of(state, answers[values % answers.size()], hidden_sharing(layer), state));
        values /= static_cast<unsigned>(answers.size());
    }
    for (AnswerEvent& event : drawn) {
        event.at = Instant{static_cast<std::int64_t>(events.size())};
        events.push_back(std::move(event));
    }
    return events;
}

// ACC_10 REP_16: figures are made of what States report, and no figure tells what one of them keeps to
// itself: to nobody, whatever was asked, on whatever day.
RC_GTEST_PROP(CountingAttacks, OneOfTwoAnswersIsNeverTold, ()) {
    const auto drawn = *histories(yes_no_answers, 4);
    const auto events = with_beginning(drawn, *rc::gen::inRange(3, 6), *rc::gen::inRange<std::size_t>(0, 3),
                                       *rc::gen::inRange(0U, 32U), yes_no_answers);
    nobody_is_told(events, yes_or_no, yes_no_answers);
}

RC_GTEST_PROP(CountingAttacks, OneOfThreeLevelsIsNeverTold, ()) {
    const std::vector<std::vector<std::string>> levels{{"none"}, {"developing"}, {"in_place"}};
    const auto drawn = *histories(levels, 1);
    const auto events = with_beginning(drawn, 5, 0, *rc::gen::inRange(0U, 243U), levels);
    nobody_is_told(events, {5, false, false, {"none", "developing", "in_place"}}, levels);
}

RC_GTEST_PROP(CountingAttacks, OneOfSeveralOptionsIsNeverTold, ()) {
    const std::vector<std::vector<std::string>> sets{{}, {"law"}, {"team"}, {"law", "team"}};
    const auto events = with_beginning({}, 5, 0, *rc::gen::inRange(0U, 1024U), sets);
    const CountRules rules{5, true, false, {"law", "team"}};
    for (const Observer& observer : {Observer{}, Observer{"SA", true, "state:SA"}}) {
        const auto seen = transcript<AnswerCounter>(events, rules, observer);
        std::set<std::pair<std::size_t, std::string>> with, without; // of a set, each option is a secret
        std::vector<AnswerEvent> tried = events;
        for (unsigned world = 0; world < 1024; ++world) {
            unsigned rest = world;
            for (std::size_t i = 0; i < 5; ++i, rest /= 4)
                tried[i].values = observer.sees(events[i]) ? events[i].values : sets[rest % 4];
            if (!is_possible<AnswerCounter>(tried, rules, observer, seen)) continue;
            for (std::size_t i = 0; i < 5; ++i)
                for (const std::string& option : rules.values)
                    (chose(tried[i], option) ? with : without).insert({i, option});
        }
        for (std::size_t i = 0; i < 5; ++i)
            for (const std::string& option : rules.values)
                RC_ASSERT(observer.sees(events[i]) ||
                          (with.contains({i, option}) && without.contains({i, option})));
    }
}

/// Six report; the sixth comes a day later.
std::vector<AnswerEvent> one_comes_later() {
    std::vector<AnswerEvent> events;
    for (int state = 0; state < 6; ++state)
        events.push_back(answer_of(state, {state % 2 == 0 ? "yes" : "no"}, hidden_sharing(0), state));
    return events;
}

TEST(CountingAttacks, ANaiveCounterTellsTheOneWhoComesLater) {
    const auto alone = told<NaiveCounter>(one_comes_later(), yes_or_no, yes_no_answers, Observer{});
    EXPECT_EQ(alone, (std::vector<std::size_t>{5})) << "the same attack works where it should";
    EXPECT_TRUE(told<AnswerCounter>(one_comes_later(), yes_or_no, yes_no_answers, Observer{}).empty());
}

TEST(CountingAttacks, ANaiveCounterTellsAllWhereAllSayTheSame) {
    std::vector<AnswerEvent> events;
    for (int state = 0; state < 5; ++state)
        events.push_back(answer_of(state, {"no"}, hidden_sharing(0), state));
    EXPECT_EQ(told<NaiveCounter>(events, yes_or_no, yes_no_answers, Observer{}).size(), 5U);
    EXPECT_TRUE(told<AnswerCounter>(events, yes_or_no, yes_no_answers, Observer{}).empty());
}

TEST(CountingAttacks, ANaiveCounterTellsWhatAStateThatKnowsItsOwnAnswerCanSubtract) {
    std::vector<AnswerEvent> events;
    for (int state = 0; state < 5; ++state)
        events.push_back(answer_of(state, {state == 0 ? "yes" : "no"}, hidden_sharing(0), state));
    const Observer insider{"SA", true, "state:SA"};
    EXPECT_EQ(told<NaiveCounter>(events, yes_or_no, yes_no_answers, insider).size(), 4U);
    EXPECT_TRUE(told<AnswerCounter>(events, yes_or_no, yes_no_answers, insider).empty());
}

} // namespace
} // namespace poa::national_reports
