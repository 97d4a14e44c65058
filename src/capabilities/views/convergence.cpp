// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/convergence.hpp"

#include "base/require.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace poa::views {
namespace {

constexpr std::size_t sides_tried = 8;

std::size_t place_among_allowed(const Variable& variable, const std::string& word) {
    return static_cast<std::size_t>(std::ranges::find(variable.allowed, word) - variable.allowed.begin());
}

/// The question's order.
bool comes_before(const Variable& variable, const Answer& a, const Answer& b) {
    if (variable.kind == AnswerKind::yes_no) return a.yes && !b.yes;
    if (a.words.empty() || b.words.empty())
        return std::tie(a.least, a.most, a.words) < std::tie(b.least, b.most, b.words);
    const std::size_t of_a = place_among_allowed(variable, a.words.front());
    const std::size_t of_b = place_among_allowed(variable, b.words.front());
    return std::tie(of_a, a.words) < std::tie(of_b, b.words);
}

bool has_units(const Variable& variable) {
    return variable.kind == AnswerKind::interval || variable.kind == AnswerKind::number;
}

Answer word_answer(const Variable& variable, const std::string& word) {
    Answer answer{variable.kind};
    answer.words = {word};
    return answer;
}

Answer range_answer(const Variable& variable, double least, double most) {
    Answer answer{variable.kind};
    answer.least = least;
    answer.most = most;
    return answer;
}

/// One answer as given, and by whom.
struct Voice {
    std::size_t place; ///< in the column's answers
    const Answer* answer;
    std::vector<std::size_t> actors;
};

/// Where some could meet.
struct Option {
    Answer at;
    std::vector<std::size_t> voices; ///< who could live with it
    std::size_t actors = 0;
};

/// All that was answered by those asked about.
class Voices {
  public:
    Voices(const Matrix& matrix, std::size_t variable, std::span<const std::size_t> actors)
        : variable_(matrix.questions().at(variable)), column_(matrix.column(variable)) {
        std::vector<std::size_t> at(column_.answers().size(), none);
        for (std::size_t actor : actors) {
            if (!matrix.is_answered(variable, actor)) continue;
            const std::size_t place = column_.cells()[actor].answer - 1U;
            if (at[place] == none) {
                at[place] = voices_.size();
                voices_.push_back({place, &column_.answers()[place], {}});
            }
            voices_[at[place]].actors.push_back(actor);
            ++answered_;
        }
        std::ranges::sort(voices_, [&](const Voice& a, const Voice& b) {
            return comes_before(variable_, *a.answer, *b.answer);
        });
    }

    [[nodiscard]] const Variable& variable() const { return variable_; }
    [[nodiscard]] const std::vector<Voice>& all() const { return voices_; }
    [[nodiscard]] const Voice& operator[](std::size_t i) const { return voices_[i]; }
    [[nodiscard]] std::size_t size() const { return voices_.size(); }
    [[nodiscard]] std::size_t answered() const { return answered_; }
    [[nodiscard]] Strength strength(std::size_t actor) const { return column_.cells()[actor].strength; }
    [[nodiscard]] const Answer& answer(std::size_t actor) const { return *column_.answer(actor); }
    [[nodiscard]] const std::vector<Answer>& column_answers() const { return column_.answers(); }

    [[nodiscard]] std::vector<std::size_t> actors_of(const std::vector<std::size_t>& voices) const {
        std::vector<std::size_t> actors;
        for (std::size_t voice : voices)
            actors.insert(actors.end(), voices_[voice].actors.begin(), voices_[voice].actors.end());
        std::ranges::sort(actors);
        return actors;
    }

    /// Everything at which anybody could meet, in the question's order.
    [[nodiscard]] std::vector<Option> options() const {
        std::vector<Option> options;
        if (has_units(variable_))
            options = points();
        else if (variable_.kind == AnswerKind::several_of)
            options = words();
        else
            options = outcomes();
        for (Option& option : options)
            for (std::size_t voice : option.voices) option.actors += voices_[voice].actors.size();
        return options;
    }

    /// The range that the intervals of all these cover.
    [[nodiscard]] Answer covered(const std::vector<std::size_t>& voices) const {
        double least = voices_[voices.front()].answer->least, most = voices_[voices.front()].answer->most;
        for (std::size_t voice : voices) {
            least = std::max(least, voices_[voice].answer->least);
            most = std::min(most, voices_[voice].answer->most);
        }
        return range_answer(variable_, least, most);
    }

  private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// A point covered by most is also one where some interval begins.
    std::vector<Option> points() const {
        std::vector<Option> options;
        for (const Voice& begins : voices_) {
            const double point = begins.answer->least;
            if (!options.empty() && options.back().at.least == point) continue;
            Option option{range_answer(variable_, point, point), {}};
            for (std::size_t i = 0; i < voices_.size(); ++i)
                if (voices_[i].answer->least <= point && point <= voices_[i].answer->most)
                    option.voices.push_back(i);
            option.at = covered(option.voices);
            options.push_back(std::move(option));
        }
        return options;
    }

    std::vector<Option> words() const {
        std::unordered_map<std::string_view, std::size_t> places;
        std::vector<Option> options;
        for (std::size_t i = 0; i < voices_.size(); ++i)
            for (const std::string& word : voices_[i].answer->words) {
                auto [found, is_new] = places.emplace(word, options.size());
                if (is_new) options.push_back({word_answer(variable_, word), {}});
                options[found->second].voices.push_back(i);
            }
        sort(options);
        return options;
    }

    std::vector<Option> outcomes() const {
        std::vector<Option> each;
        for (std::size_t i = 0; i < voices_.size(); ++i) {
            each.push_back({*voices_[i].answer, {i}});
            for (const auto& [flexible, accepted] : variable_.accepts)
                if (voices_[i].answer->words == std::vector{flexible})
                    each.push_back({word_answer(variable_, accepted), {i}});
        }
        sort(each);
        std::vector<Option> options;
        for (Option& option : each)
            if (!options.empty() && options.back().at == option.at)
                options.back().voices.push_back(option.voices.front());
            else
                options.push_back(std::move(option));
        for (Option& option : options) {
            std::ranges::sort(option.voices);
            const auto twice = std::ranges::unique(option.voices);
            option.voices.erase(twice.begin(), twice.end());
        }
        return options;
    }

    void sort(std::vector<Option>& options) const {
        std::ranges::sort(
            options, [&](const Option& a, const Option& b) { return comes_before(variable_, a.at, b.at); });
    }

    const Variable& variable_;
    const Column& column_;
    std::vector<Voice> voices_;
    std::size_t answered_ = 0;
};

std::optional<MeetingGroup> largest_of(const Voices& voices, const std::vector<Option>& options) {
    const auto largest = std::ranges::max_element(options, {}, &Option::actors);
    if (largest == options.end()) return std::nullopt;
    return MeetingGroup{largest->at, voices.actors_of(largest->voices)};
}

class Distribution {
  public:
    Distribution(const Matrix& matrix, std::size_t variable)
        : matrix_(matrix), variable_(variable), question_(matrix.questions().at(variable)) {}

    void add(std::size_t actor) {
        const Answer& answer = *matrix_.answer(variable_, actor);
        if (question_.kind == AnswerKind::several_of) {
            for (const std::string& word : answer.words) {
                auto [found, is_new] = places_.emplace(word, entries_.size());
                if (is_new) entries_.push_back({word_answer(question_, word)});
                add(actor, entries_[found->second]);
            }
            return;
        }
        auto [found, is_new] = given_.emplace(&answer, entries_.size());
        if (is_new) entries_.push_back({answer});
        add(actor, entries_[found->second]);
    }

    std::vector<AnswerVoices> sorted() && {
        std::ranges::sort(entries_, [&](const AnswerVoices& a, const AnswerVoices& b) {
            if (a.states() != b.states()) return a.states() > b.states();
            return comes_before(question_, a.answer, b.answer);
        });
        return std::move(entries_);
    }

  private:
    void add(std::size_t actor, AnswerVoices& entry) const {
        if (matrix_.actors()[actor].kind == ActorKind::stakeholder)
            return entry.stakeholders.push_back(actor);
        const Strength strength = matrix_.cell(variable_, actor).strength;
        auto& list = strength == Strength::firm          ? entry.firm
                     : strength == Strength::conditional ? entry.conditional
                                                         : entry.inferred;
        list.push_back(actor);
    }

    const Matrix& matrix_;
    std::size_t variable_;
    const Variable& question_;
    std::unordered_map<std::string_view, std::size_t> places_; ///< several_of
    std::unordered_map<const Answer*, std::size_t> given_;     ///< otherwise: a column holds each answer once
    std::vector<AnswerVoices> entries_;
};

// Cleavage

struct Contender {
    std::size_t voice;
    std::size_t actors;
    std::size_t met = 0; ///< actors of the other side it could live with
};

struct Side {
    std::vector<Contender> contenders;
    std::size_t actors = 0;

    void drop(std::size_t i) {
        actors -= contenders[i].actors;
        contenders.erase(contenders.begin() + static_cast<std::ptrdiff_t>(i));
    }
    [[nodiscard]] std::vector<std::size_t> voices() const {
        std::vector<std::size_t> voices;
        for (const Contender& contender : contenders) voices.push_back(contender.voice);
        return voices;
    }
};

class CleavageSearch {
  public:
    CleavageSearch(const Voices& voices, const Compatibility& compatibility,
                   const std::vector<Option>& options)
        : voices_(voices), meet_(voices.size() * voices.size()) {
        for (std::size_t a = 0; a < voices.size(); ++a)
            for (std::size_t b = 0; b < voices.size(); ++b)
                meet_[a * voices.size() + b] = compatibility.of(voices[a].place, voices[b].place);
        if (voices.variable().kind == AnswerKind::one_of || voices.variable().kind == AnswerKind::free)
            for (const Option& option : options)
                for (std::size_t a : option.voices)
                    for (std::size_t b : option.voices) meet_[a * voices.size() + b] = 1;
        for (const Option& option : options) tried_.push_back(&option);
        std::ranges::stable_sort(tried_, std::ranges::greater(), &Option::actors);
        tried_.resize(std::min(tried_.size(), sides_tried));
    }

    [[nodiscard]] std::optional<Cleavage> widest() {
        // A side of one against a side of one divides a single pair: no cleavage but among two.
        divided_ = voices_.answered() == 2 ? 0 : 1;
        for (std::size_t i = 0; i < tried_.size(); ++i)
            for (std::size_t j = i + 1; j < tried_.size(); ++j) part(*tried_[i], *tried_[j]);
        return std::move(found_);
    }

  private:
    bool meet(std::size_t a, std::size_t b) const { return meet_[a * voices_.size() + b] != 0; }

    Side side_of(const Option& own, const Option& other) const {
        Side side;
        std::vector<std::size_t> voices;
        std::ranges::set_difference(own.voices, other.voices, std::back_inserter(voices));
        for (std::size_t voice : voices) {
            side.contenders.push_back({voice, voices_[voice].actors.size()});
            side.actors += side.contenders.back().actors;
        }
        return side;
    }

    // Multiplied, not branched on: whether two could live with each other is hard to foresee.
    void count_met(Side& one, Side& other) const {
        for (Contender& a : one.contenders)
            for (Contender& b : other.contenders) {
                const std::size_t does = meet(a.voice, b.voice);
                a.met += does * b.actors;
                b.met += does * a.actors;
            }
    }

    /// Among equals the one that fewest gave, then the last.
    static std::size_t most_met(const Side& side) {
        std::size_t most = 0;
        for (std::size_t i = 1; i < side.contenders.size(); ++i) {
            const Contender &a = side.contenders[i], &b = side.contenders[most];
            if (a.met > b.met || (a.met == b.met && a.actors <= b.actors)) most = i;
        }
        return most;
    }

    void drop(Side& from, std::size_t i, Side& other) const {
        const Contender gone = from.contenders[i];
        for (Contender& each : other.contenders) each.met -= meet(each.voice, gone.voice) * gone.actors;
        from.drop(i);
    }

    /// Takes out, one after another, the answer that could live with most of the other side, until nobody
    /// could or the sides are no longer the widest apart.
    void part(const Option& at_one, const Option& at_other) {
        Side one = side_of(at_one, at_other), other = side_of(at_other, at_one);
        if (one.actors * other.actors <= divided_) return;
        count_met(one, other);
        while (one.actors * other.actors > divided_) {
            const std::size_t i = most_met(one), j = most_met(other);
            const Contender &a = one.contenders[i], &b = other.contenders[j];
            if (a.met == 0 && b.met == 0) return keep(at_one, one, at_other, other);
            if (std::tuple(a.met, b.actors) >= std::tuple(b.met, a.actors))
                drop(one, i, other);
            else
                drop(other, j, one);
        }
    }

    MeetingGroup group(const Option& option, const Side& side) const {
        const std::vector<std::size_t> voices = side.voices();
        return {has_units(voices_.variable()) ? voices_.covered(voices) : option.at,
                voices_.actors_of(voices)};
    }

    void keep(const Option& at_one, const Side& one, const Option& at_other, const Side& other) {
        divided_ = one.actors * other.actors;
        found_ = Cleavage{group(at_one, one), group(at_other, other), between(one, other)};
        if (one.actors < other.actors) std::swap(found_->one, found_->other);
    }

    std::vector<std::size_t> between(const Side& one, const Side& other) const {
        std::vector<std::size_t> voices;
        for (std::size_t voice = 0; voice < voices_.size(); ++voice) {
            const auto meets = [&](const Contender& each) { return meet(voice, each.voice); };
            const auto is_it = [&](const Contender& each) { return each.voice == voice; };
            if (std::ranges::any_of(one.contenders, meets) && std::ranges::any_of(other.contenders, meets) &&
                std::ranges::none_of(one.contenders, is_it) && std::ranges::none_of(other.contenders, is_it))
                voices.push_back(voice);
        }
        return voices_.actors_of(voices);
    }

    const Voices& voices_;
    std::vector<char> meet_; ///< by voice and voice
    std::vector<const Option*> tried_;
    std::size_t divided_ = 0;
    std::optional<Cleavage> found_;
};

// Change

class ChangeSearch {
  public:
    ChangeSearch(const Voices& voices, const std::vector<Option>& options)
        : voices_(voices), options_(options), majority_(voices.answered() / 2 + 1) {}

    [[nodiscard]] std::optional<SmallestChange> smallest(const MeetingGroup& largest) {
        if (largest.actors.size() >= majority_)
            return SmallestChange{largest.at, majority_, largest.actors.size()};
        if (has_units(voices_.variable()))
            for (double point : ends()) try_at(point);
        else
            for (const Option& option : options_) try_at(option);
        return std::move(found_);
    }

  private:
    /// What is least in all, it is at an end of some interval.
    std::vector<double> ends() const {
        std::vector<double> ends;
        for (const Voice& voice : voices_.all()) {
            ends.push_back(voice.answer->least);
            ends.push_back(voice.answer->most);
        }
        std::ranges::sort(ends);
        const auto twice = std::ranges::unique(ends);
        ends.erase(twice.begin(), twice.end());
        return ends;
    }

    static std::tuple<double, Strength> nearness(const Move& move) { return {move.distance, move.strength}; }

    void try_at(double point) {
        start(range_answer(voices_.variable(), point, point));
        for (const Voice& voice : voices_.all())
            hear(voice, std::max({0.0, voice.answer->least - point, point - voice.answer->most}));
        finish();
    }

    void try_at(const Option& option) {
        start(option.at);
        auto lives = option.voices.begin();
        for (std::size_t i = 0; i < voices_.size(); ++i) {
            const bool is_there = lives != option.voices.end() && *lives == i;
            hear(voices_[i], is_there ? 0 : 1);
            if (is_there) ++lives;
        }
        finish();
    }

    void start(Answer at) {
        change_ = SmallestChange{std::move(at), majority_};
        all_.clear();
    }

    void hear(const Voice& voice, double distance) {
        if (distance == 0)
            change_.already += voice.actors.size();
        else
            for (std::size_t actor : voice.actors) all_.push_back({actor, voices_.strength(actor), distance});
    }

    void finish() {
        const std::size_t needed = majority_ - change_.already;
        const auto nearest = [](const Move& a, const Move& b) {
            return std::tuple(nearness(a), a.actor) < std::tuple(nearness(b), b.actor);
        };
        const auto last = all_.begin() + static_cast<std::ptrdiff_t>(needed);
        std::ranges::nth_element(all_, std::prev(last), nearest);
        int firmness = 0;
        for (auto move = all_.begin(); move != last; ++move) {
            change_.cost += move->distance;
            firmness += static_cast<int>(move->strength);
        }
        const Price price{change_.cost, needed, firmness};
        if (found_ && price_ <= price) return;
        price_ = price;
        const Move& farthest = *std::prev(last);
        for (auto left = last; left != all_.end(); ++left)
            if (nearness(*left) == nearness(farthest)) change_.as_near.push_back(left->actor);
        change_.moves.assign(all_.begin(), last);
        std::ranges::sort(change_.moves, {}, &Move::actor);
        std::ranges::sort(change_.as_near);
        found_ = std::move(change_);
    }

    using Price = std::tuple<double, std::size_t, int>;
    const Voices& voices_;
    const std::vector<Option>& options_;
    std::size_t majority_;
    std::vector<Move> all_;
    SmallestChange change_;
    Price price_;
    std::optional<SmallestChange> found_;
};

PairAgreement agreement_of(const Voices& voices, const Compatibility& compatibility) {
    PairAgreement agreement;
    agreement.pairs = voices.answered() * (voices.answered() - (voices.answered() > 0 ? 1 : 0)) / 2;
    for (std::size_t a = 0; a < voices.size(); ++a) {
        const std::size_t actors = voices[a].actors.size();
        if (compatibility.of(voices[a].place, voices[a].place))
            agreement.compatible += actors * (actors - 1) / 2;
        for (std::size_t b = a + 1; b < voices.size(); ++b)
            if (compatibility.of(voices[a].place, voices[b].place))
                agreement.compatible += actors * voices[b].actors.size();
    }
    return agreement;
}

std::vector<std::size_t> alone_in(const Voices& voices, const Compatibility& compatibility) {
    std::vector<std::size_t> alone;
    for (std::size_t a = 0; a < voices.size() && voices.answered() > 1; ++a) {
        bool is_alone = voices[a].actors.size() == 1 || !compatibility.of(voices[a].place, voices[a].place);
        for (std::size_t b = 0; b < voices.size() && is_alone; ++b)
            is_alone = a == b || !compatibility.of(voices[a].place, voices[b].place);
        if (is_alone) alone.push_back(a);
    }
    return voices.actors_of(alone);
}

} // namespace

Compatibility::Compatibility(const Variable& variable, std::span<const Answer> answers)
    : size_(answers.size()), table_(size_ * size_) {
    if (variable.kind == AnswerKind::several_of) {
        compare_words(answers);
        return;
    }
    // Different words are compatible only where one accepts another.
    const bool has_words = variable.kind == AnswerKind::one_of || variable.kind == AnswerKind::free;
    const bool only_same = has_words && variable.accepts.empty();
    for (std::size_t a = 0; a < size_; ++a)
        for (std::size_t b = a; b < (only_same ? a + 1 : size_); ++b)
            table_[a * size_ + b] = table_[b * size_ + a] = are_compatible(variable, answers[a], answers[b]);
}

void Compatibility::compare_words(std::span<const Answer> answers) {
    std::unordered_map<std::string_view, std::vector<std::size_t>> by_word;
    for (std::size_t i = 0; i < size_; ++i)
        for (const std::string& word : answers[i].words) by_word[word].push_back(i);
    for (const auto& [word, holders] : by_word)
        for (std::size_t a : holders)
            for (std::size_t b : holders) table_[a * size_ + b] = 1;
}

bool can_live_with(const Variable& variable, const Answer& answer, const Answer& outcome) {
    switch (variable.kind) {
    case AnswerKind::yes_no:
        return answer.yes == outcome.yes;
    case AnswerKind::interval:
    case AnswerKind::number:
        return answer.least <= outcome.most && outcome.least <= answer.most;
    case AnswerKind::several_of:
        return std::ranges::all_of(outcome.words, [&](const std::string& word) {
            return std::ranges::find(answer.words, word) != answer.words.end();
        });
    default:
        return answer.words == outcome.words || std::ranges::any_of(variable.accepts, [&](const auto& pair) {
                   return answer.words == std::vector{pair.first} &&
                          outcome.words == std::vector{pair.second};
               });
    }
}

std::vector<std::size_t> places_of_states(const Matrix& matrix) {
    std::vector<std::size_t> places;
    for (std::size_t actor = 0; actor < matrix.actors().size(); ++actor)
        if (matrix.actors()[actor].kind == ActorKind::state) places.push_back(actor);
    return places;
}

std::optional<double> PairAgreement::share() const {
    if (pairs == 0) return std::nullopt;
    return static_cast<double>(compatible) / static_cast<double>(pairs);
}

Convergence convergence_of(const Matrix& matrix, std::size_t variable) {
    std::vector<std::size_t> everybody(matrix.actors().size());
    std::iota(everybody.begin(), everybody.end(), std::size_t{0});
    return convergence_of(matrix, variable, everybody);
}

Convergence convergence_of(const Matrix& matrix, std::size_t variable, std::span<const std::size_t> actors) {
    require(variable < matrix.questions().size(), "a question of the set");
    std::vector<std::size_t> asked(actors.begin(), actors.end()), states;
    std::ranges::sort(asked);
    const auto twice = std::ranges::unique(asked);
    asked.erase(twice.begin(), twice.end());
    require(asked.empty() || asked.back() < matrix.actors().size(), "actors of the matrix");
    Distribution distribution(matrix, variable);
    for (std::size_t actor : asked) {
        if (matrix.is_answered(variable, actor)) distribution.add(actor);
        if (matrix.actors()[actor].kind == ActorKind::state) states.push_back(actor);
    }
    const Voices voices(matrix, variable, states);
    const Compatibility compatibility(voices.variable(), voices.column_answers());
    const std::vector<Option> options = voices.options();
    Convergence found;
    found.answered = voices.answered();
    found.silent = states.size() - voices.answered();
    found.distribution = std::move(distribution).sorted();
    found.agreement = agreement_of(voices, compatibility);
    found.largest = largest_of(voices, options);
    found.cleavage = CleavageSearch(voices, compatibility, options).widest();
    found.alone = alone_in(voices, compatibility);
    if (found.largest) found.change = ChangeSearch(voices, options).smallest(*found.largest);
    return found;
}

std::optional<MeetingGroup> largest_group(const Matrix& matrix, std::size_t variable,
                                          std::span<const std::size_t> actors) {
    const Voices voices(matrix, variable, actors);
    return largest_of(voices, voices.options());
}

} // namespace poa::views
