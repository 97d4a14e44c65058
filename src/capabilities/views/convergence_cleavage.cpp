// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/convergence_searching.hpp"

#include <functional>
#include <iterator>

namespace poa::views {
namespace {

constexpr std::size_t sides_tried = 8;

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

} // namespace

std::optional<Cleavage> widest_cleavage(const Voices& voices, const Compatibility& compatibility,
                                        const std::vector<Option>& options) {
    return CleavageSearch(voices, compatibility, options).widest();
}

} // namespace poa::views
