// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/clusters.hpp"

#include "base/require.hpp"
#include "capabilities/views/convergence.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace poa::views {
namespace {

constexpr std::size_t fewest_clusters = 2, most_clusters = 6;
constexpr int further_starts = 3;
constexpr double nothing_gained = 1e-12;

/// Medoids, and to which each actor belongs.
struct Division {
    std::vector<std::size_t> medoids;
    std::vector<std::size_t> nearest; ///< by actor: place in `medoids`
    double cost = 0;                  ///< sum of distances to the nearest medoid
};

/// Partitioning around medoids: an exchange of a medoid for another actor is kept while the sum of distances
/// falls.
class Medoids {
  public:
    explicit Medoids(const Distances& distances)
        : distances_(distances), size_(distances.size()), first_(size_), second_(size_), nearest_(size_) {}

    Division best(std::size_t clusters, std::mt19937& random) {
        Division best = from(greedy(clusters));
        for (int i = 0; i < further_starts && clusters > 1; ++i) {
            Division other = from(drawn(clusters, random));
            if (other.cost < best.cost - nothing_gained) best = std::move(other);
        }
        return best;
    }

  private:
    static constexpr double far = std::numeric_limits<double>::max();

    /// One by one that which brings all nearest.
    std::vector<std::size_t> greedy(std::size_t clusters) const {
        std::vector<std::size_t> medoids;
        std::vector<double> nearest(size_, 1.0);
        while (medoids.size() < clusters) {
            std::size_t best = size_;
            double least = far;
            for (std::size_t candidate = 0; candidate < size_; ++candidate) {
                if (std::ranges::find(medoids, candidate) != medoids.end()) continue;
                double sum = 0;
                for (std::size_t i = 0; i < size_; ++i)
                    sum += std::min(nearest[i], distances_.of(candidate, i));
                if (sum < least - nothing_gained) least = sum, best = candidate;
            }
            medoids.push_back(best);
            for (std::size_t i = 0; i < size_; ++i) nearest[i] = std::min(nearest[i], distances_.of(best, i));
        }
        return medoids;
    }

    /// Drawn by remainder: distributions of the standard library differ from one library to the next.
    std::vector<std::size_t> drawn(std::size_t clusters, std::mt19937& random) const {
        std::vector<std::size_t> all(size_);
        std::iota(all.begin(), all.end(), std::size_t{0});
        for (std::size_t i = 0; i < clusters; ++i) std::swap(all[i], all[i + random() % (size_ - i)]);
        all.resize(clusters);
        return all;
    }

    Division from(std::vector<std::size_t> medoids) {
        double cost = assign(medoids);
        while (exchange(medoids)) {
            const double before = cost;
            cost = assign(medoids);
            if (cost >= before) break;
        }
        return {std::move(medoids), nearest_, cost};
    }

    double assign(const std::vector<std::size_t>& medoids) {
        double cost = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            first_[i] = second_[i] = far;
            for (std::size_t m = 0; m < medoids.size(); ++m) {
                const double distance = distances_.of(medoids[m], i);
                // A medoid is its own, also beside another at no distance.
                if (distance < first_[i] || medoids[m] == i) {
                    second_[i] = first_[i];
                    first_[i] = distance;
                    nearest_[i] = m;
                } else {
                    second_[i] = std::min(second_[i], distance);
                }
            }
            cost += first_[i];
        }
        return cost;
    }

    /// The one exchange that helps most; false where none does. All medoids a candidate might replace are
    /// weighed in one pass: an actor counts either for every exchange or for that of its own medoid.
    bool exchange(std::vector<std::size_t>& medoids) const {
        if (medoids.size() == 1 || medoids.size() == size_) return false;
        std::vector<double> without(medoids.size());
        for (std::size_t i = 0; i < size_; ++i) without[nearest_[i]] += second_[i] - first_[i];
        double best = -nothing_gained;
        std::size_t out = medoids.size(), in = 0;
        std::vector<double> change(medoids.size());
        for (std::size_t candidate = 0; candidate < size_; ++candidate) {
            if (std::ranges::find(medoids, candidate) != medoids.end()) continue;
            change = without;
            double for_all = 0;
            for (std::size_t i = 0; i < size_; ++i) {
                const double distance = distances_.of(candidate, i);
                if (distance < first_[i]) {
                    for_all += distance - first_[i];
                    change[nearest_[i]] += first_[i] - second_[i];
                } else if (distance < second_[i]) {
                    change[nearest_[i]] += distance - second_[i];
                }
            }
            const auto least = std::ranges::min_element(change);
            if (*least + for_all < best) {
                best = *least + for_all;
                out = static_cast<std::size_t>(least - change.begin());
                in = candidate;
            }
        }
        if (out == medoids.size()) return false;
        medoids[out] = in;
        return true;
    }

    const Distances& distances_;
    std::size_t size_;
    std::vector<double> first_, second_; ///< distance to the nearest medoid and the one after
    std::vector<std::size_t> nearest_;
};

/// P. J. Rousseeuw, 1987: how much nearer the own cluster is than the next.
std::vector<double> silhouettes(const Distances& distances, const Division& division) {
    const std::size_t clusters = division.medoids.size();
    std::vector<std::size_t> sizes(clusters);
    for (std::size_t cluster : division.nearest) ++sizes[cluster];
    std::vector<double> all(distances.size()), mean(clusters);
    for (std::size_t i = 0; i < distances.size(); ++i) {
        const std::size_t own = division.nearest[i];
        if (sizes[own] == 1 || clusters == 1) continue;
        std::ranges::fill(mean, 0.0);
        for (std::size_t j = 0; j < distances.size(); ++j) mean[division.nearest[j]] += distances.of(i, j);
        double next = std::numeric_limits<double>::max();
        for (std::size_t cluster = 0; cluster < clusters; ++cluster)
            if (cluster != own) next = std::min(next, mean[cluster] / static_cast<double>(sizes[cluster]));
        const double within = mean[own] / static_cast<double>(sizes[own] - 1);
        if (const double wider = std::max(within, next); wider > 0) all[i] = (next - within) / wider;
    }
    return all;
}

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

struct Judged {
    Division division;
    std::vector<double> silhouettes;
};

Judged judged(const Distances& distances, Division division) {
    auto all = silhouettes(distances, division);
    return {std::move(division), std::move(all)};
}

Judged divide(const Distances& distances, const ClusterSettings& settings) {
    std::mt19937 random(settings.seed);
    Medoids medoids(distances);
    if (settings.clusters)
        return judged(distances, medoids.best(std::min(*settings.clusters, distances.size()), random));
    Judged best = judged(distances, medoids.best(1, random));
    double silhouette = nothing_gained;
    for (std::size_t clusters = fewest_clusters; clusters <= most_clusters && clusters < distances.size();
         ++clusters) {
        Judged other = judged(distances, medoids.best(clusters, random));
        const double reached = mean_of(other.silhouettes);
        if (reached <= silhouette + nothing_gained) continue;
        silhouette = reached;
        best = std::move(other);
    }
    return best;
}

struct Plane {
    std::array<std::vector<double>, 2> axes;
    std::array<double, 2> variance{};
};

/// Which way an axis points is chance; the actor farthest out, of equals the first, is made positive.
void point_axis(std::vector<double>& axis) {
    double widest = 0;
    for (double value : axis) widest = std::max(widest, std::abs(value));
    const auto first =
        std::ranges::find_if(axis, [&](double value) { return std::abs(value) > widest * (1 - 1e-9); });
    if (first != axis.end() && *first < 0)
        for (double& value : axis) value = -value;
}

/// Classical scaling: squared distances, centred both ways, are the products of coordinates.
Plane draw(const Distances& distances) {
    const auto size = static_cast<Eigen::Index>(distances.size());
    Plane plane;
    plane.axes.fill(std::vector<double>(distances.size()));
    if (size < 2) return plane;
    Eigen::MatrixXd products(size, size);
    for (Eigen::Index a = 0; a < size; ++a)
        for (Eigen::Index b = 0; b < size; ++b) {
            const double distance = distances.of(static_cast<std::size_t>(a), static_cast<std::size_t>(b));
            products(a, b) = -distance * distance / 2;
        }
    products.rowwise() -= products.colwise().mean().eval();
    products.colwise() -= products.rowwise().mean().eval();
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solved(products);
    require(solved.info() == Eigen::Success, "a symmetric matrix has its axes");
    const double whole = solved.eigenvalues().cwiseMax(0.0).sum();
    for (Eigen::Index axis = 0; axis < 2 && whole > nothing_gained; ++axis) {
        const Eigen::Index at = size - 1 - axis; // ascending
        const double value = std::max(0.0, solved.eigenvalues()(at));
        auto& coordinates = plane.axes[static_cast<std::size_t>(axis)];
        for (Eigen::Index i = 0; i < size; ++i)
            coordinates[static_cast<std::size_t>(i)] = solved.eigenvectors()(i, at) * std::sqrt(value);
        point_axis(coordinates);
        plane.variance[static_cast<std::size_t>(axis)] = value / whole;
    }
    return plane;
}

/// How much more a cluster holds to its usual answer than the rest; two more and two less on each side, so
/// that few answers count for little.
double excess(const Feature& feature) {
    const auto share = [](std::size_t part, std::size_t whole) {
        return static_cast<double>(part + 2) / static_cast<double>(whole + 4);
    };
    return share(feature.inside, feature.inside_answered) - share(feature.outside, feature.outside_answered);
}

std::optional<Feature> feature_of(const Matrix& matrix, std::size_t variable, const Cluster& cluster,
                                  const std::vector<std::size_t>& rest) {
    const auto usual = largest_group(matrix, variable, cluster.actors);
    if (!usual) return std::nullopt;
    Feature feature{variable, usual->at};
    feature.inside = usual->actors.size();
    for (std::size_t actor : cluster.actors) feature.inside_answered += matrix.is_answered(variable, actor);
    for (std::size_t actor : rest) {
        if (!matrix.is_answered(variable, actor)) continue;
        ++feature.outside_answered;
        feature.outside +=
            can_live_with(matrix.questions().at(variable), *matrix.answer(variable, actor), feature.usual);
    }
    if (feature.outside_answered == 0 || feature.share_inside() <= feature.share_outside() ||
        excess(feature) <= 0)
        return std::nullopt;
    return feature;
}

std::vector<Feature> features_of(const Matrix& matrix, const Cluster& cluster,
                                 const std::vector<std::size_t>& placed, std::size_t most) {
    std::vector<std::size_t> rest;
    std::ranges::set_difference(placed, cluster.actors, std::back_inserter(rest));
    std::vector<Feature> features;
    for (std::size_t variable = 0; variable < matrix.questions().size() && !rest.empty(); ++variable)
        if (auto feature = feature_of(matrix, variable, cluster, rest))
            features.push_back(std::move(*feature));
    std::ranges::stable_sort(features, std::ranges::greater(), excess);
    features.erase(features.begin() + static_cast<std::ptrdiff_t>(std::min(most, features.size())),
                   features.end());
    return features;
}

std::size_t answers_by(const Matrix& matrix, std::size_t actor) {
    std::size_t answered = 0;
    for (std::size_t variable = 0; variable < matrix.questions().size(); ++variable)
        answered += matrix.is_answered(variable, actor);
    return answered;
}

/// Clusters in the order in which their first actor comes, and for each medoid its cluster.
std::vector<std::size_t> numbered(const Division& division) {
    std::vector<std::size_t> numbers(division.medoids.size(), division.medoids.size());
    std::size_t next = 0;
    for (std::size_t cluster : division.nearest)
        if (numbers[cluster] == division.medoids.size()) numbers[cluster] = next++;
    return numbers;
}

ClusterPicture picture_of(const Distances& distances, const Judged& judged) {
    const std::vector<std::size_t> numbers = numbered(judged.division);
    const Plane plane = draw(distances);
    ClusterPicture picture;
    picture.clusters.resize(numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i)
        picture.clusters[numbers[i]].medoid = distances.actors()[judged.division.medoids[i]];
    for (std::size_t i = 0; i < distances.size(); ++i) {
        const std::size_t cluster = numbers[judged.division.nearest[i]];
        picture.clusters[cluster].actors.push_back(distances.actors()[i]);
        picture.actors.push_back(
            {distances.actors()[i], plane.axes[0][i], plane.axes[1][i], cluster, judged.silhouettes[i]});
    }
    for (Cluster& cluster : picture.clusters) std::ranges::sort(cluster.actors);
    std::ranges::sort(picture.actors, {}, &PlacedActor::actor);
    picture.variance = plane.variance;
    if (numbers.size() > 1) picture.silhouette = mean_of(judged.silhouettes);
    return picture;
}

} // namespace

Distances::Distances(const Matrix& matrix, std::vector<std::size_t> actors, double doubt)
    : actors_(std::move(actors)) {
    std::ranges::sort(actors_, {},
                      [&](std::size_t actor) -> const std::string& { return matrix.actors()[actor].key; });
    std::vector<std::uint32_t> shared(size() * size()), incompatible(size() * size());
    count(matrix, shared, incompatible);
    const auto sum = [](const std::vector<std::uint32_t>& counts) {
        return static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}));
    };
    if (sum(shared) > 0) mean_ = sum(incompatible) / sum(shared);
    distances_.resize(size() * size());
    for (std::size_t a = 0; a < size(); ++a)
        for (std::size_t b = 0; b < a; ++b) {
            const std::size_t pair = a * size() + b;
            const double known = shared[pair] + doubt;
            const double distance = known > 0 ? (incompatible[pair] + doubt * mean_) / known : mean_;
            distances_[pair] = distances_[b * size() + a] = distance;
        }
}

/// Each pair once: the later of both by the earlier.
void Distances::count(const Matrix& matrix, std::vector<std::uint32_t>& shared,
                      std::vector<std::uint32_t>& incompatible) const {
    std::vector<std::pair<std::size_t, std::size_t>> voices; // place in actors_, place of the answer
    for (std::size_t variable = 0; variable < matrix.questions().size(); ++variable) {
        const Column& column = matrix.column(variable);
        const Compatibility compatibility(matrix.questions().at(variable), column.answers());
        voices.clear();
        for (std::size_t i = 0; i < size(); ++i)
            if (matrix.is_answered(variable, actors_[i]))
                voices.emplace_back(i, column.cells()[actors_[i]].answer - 1U);
        for (std::size_t a = 0; a < voices.size(); ++a)
            for (std::size_t b = 0; b < a; ++b) {
                const std::size_t pair = voices[a].first * size() + voices[b].first;
                ++shared[pair];
                incompatible[pair] += !compatibility.of(voices[a].second, voices[b].second);
            }
    }
}

ClusterPicture clusters_of(const Matrix& matrix, const ClusterSettings& settings) {
    return clusters_of(matrix, settings, places_of_states(matrix));
}

ClusterPicture clusters_of(const Matrix& matrix, const ClusterSettings& settings,
                           std::span<const std::size_t> actors) {
    require(!settings.clusters || *settings.clusters > 0, "at least one cluster");
    require(settings.doubt >= 0, "doubt is a number of questions");
    std::vector<std::size_t> placed(actors.begin(), actors.end()), silent;
    std::ranges::sort(placed);
    const auto twice = std::ranges::unique(placed);
    placed.erase(twice.begin(), twice.end());
    require(placed.empty() || placed.back() < matrix.actors().size(), "actors of the matrix");
    std::vector<std::size_t> answered(matrix.actors().size());
    for (std::size_t actor : placed) answered[actor] = answers_by(matrix, actor);
    std::ranges::copy_if(placed, std::back_inserter(silent), [&](std::size_t i) { return answered[i] == 0; });
    std::erase_if(placed, [&](std::size_t actor) { return answered[actor] == 0; });
    ClusterPicture picture;
    if (!placed.empty()) {
        const Distances distances(matrix, placed, settings.doubt);
        picture = picture_of(distances, divide(distances, settings));
    }
    picture.silent = std::move(silent);
    for (PlacedActor& actor : picture.actors) {
        actor.answered = answered[actor.actor];
        actor.is_thin = actor.answered < settings.answers_least;
    }
    for (Cluster& cluster : picture.clusters)
        cluster.features = features_of(matrix, cluster, placed, settings.features_most);
    return picture;
}

} // namespace poa::views
