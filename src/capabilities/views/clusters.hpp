// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who answers alike: distances between actors, a picture of them in two dimensions, and clusters. The outcome
// does not depend on the order of the actors in the matrix: they are taken in the order of their keys.

#include "capabilities/views/matrix.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace poa::views {

/// How unlike each two actors answered: of the questions both answered, the share on which their answers are
/// not compatible, drawn towards the mean of all pairs where they share few questions:
///     (incompatible + doubt * mean) / (shared + doubt)
/// where `mean` is the share of all shared questions of all pairs, so that pairs known better weigh more.
/// `doubt` is how many questions answered like the average pair are added to each. O(actors^2 * questions).
class Distances {
  public:
    Distances(const Matrix& matrix, std::vector<std::size_t> actors, double doubt);
    [[nodiscard]] const std::vector<std::size_t>& actors() const { return actors_; } ///< by key
    [[nodiscard]] std::size_t size() const { return actors_.size(); }
    /// From 0 to 1, by place in `actors()`; 0 to itself.
    [[nodiscard]] double of(std::size_t a, std::size_t b) const { return distances_[a * size() + b]; }
    [[nodiscard]] double mean() const { return mean_; }

  private:
    void count(const Matrix& matrix, std::vector<std::uint32_t>& shared,
               std::vector<std::uint32_t>& incompatible) const;
    std::vector<std::size_t> actors_;
    std::vector<double> distances_;
    double mean_ = 0;
};

struct ClusterSettings {
    std::optional<std::size_t> clusters; ///< from 1; nothing: 2 to 6, whichever has the best silhouette
    std::uint32_t seed = 20230418;       ///< of std::mt19937, which draws the further starts of the search
    double doubt = 5;                    ///< questions; see Distances
    std::size_t answers_least = 10;      ///< below, an actor is thinly covered
    std::size_t features_most = 5;       ///< of each cluster
};

struct PlacedActor {
    std::size_t actor = 0;   ///< place in the matrix
    double x = 0, y = 0;     ///< distances in the picture are near those of Distances
    std::size_t cluster = 0; ///< place in `clusters`
    double silhouette = 0;   ///< from -1 (nearer to another cluster) to 1; 0 where alone or there is but one
    std::size_t answered = 0;
    bool is_thin = false; ///< so few answers that its place says little
};

/// A question a cluster answers otherwise than the rest. Of both, only those that answered count.
struct Feature {
    std::size_t variable = 0;
    Answer usual; ///< what most of the cluster can live with; as MeetingGroup::at
    std::size_t inside = 0, inside_answered = 0;   ///< of the cluster: can live with it, answered
    std::size_t outside = 0, outside_answered = 0; ///< of the rest
    [[nodiscard]] double share_inside() const {
        return static_cast<double>(inside) / static_cast<double>(inside_answered);
    }
    [[nodiscard]] double share_outside() const {
        return static_cast<double>(outside) / static_cast<double>(outside_answered);
    }
};

struct Cluster {
    std::size_t medoid = 0;          ///< the actor least far from all others of it
    std::vector<std::size_t> actors; ///< ascending: the matrix's order
    std::vector<Feature> features;   ///< where it differs most first
};

struct ClusterPicture {
    std::vector<PlacedActor> actors;  ///< in the matrix's order
    std::vector<std::size_t> silent;  ///< asked about, but without any answer: not placed
    std::vector<Cluster> clusters;    ///< in the order of the least key in each
    std::array<double, 2> variance{}; ///< share of all variance that each axis shows, x then y
    std::optional<double> silhouette; ///< mean; nothing where there is but one cluster
};

/// Over States, or over those given (in any order; stakeholders among them are placed like States). Medoids
/// by exchange (PAM) from the greedy start and from others drawn with the seed, the best kept. The picture by
/// classical multidimensional scaling; on each axis the actor farthest out is on the positive side. One
/// cluster only where no division has a silhouette above 0. More clusters than actors are as many as actors.
/// O(actors^2 * questions + actors^3).
[[nodiscard]] ClusterPicture clusters_of(const Matrix& matrix, const ClusterSettings& settings = {});
[[nodiscard]] ClusterPicture clusters_of(const Matrix& matrix, const ClusterSettings& settings,
                                         std::span<const std::size_t> actors);

} // namespace poa::views
