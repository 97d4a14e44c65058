// SPDX-License-Identifier: Apache-2.0
// Who answers alike: distances worked by hand, groups that are there by construction, and stability.
#include "base/text.hpp"
#include "capabilities/views/clusters.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <random>
#include <tuple>

namespace poa::views {
namespace {

/// One State with its answers, question by question: "y", "n", "-" for none. A code in small letters is a
/// stakeholder's.
struct Row {
    std::string code, answers;
};

Matrix matrix_of(const std::vector<Row>& rows) {
    std::vector<Variable> variables;
    for (std::size_t i = 0; i < (rows.empty() ? 0 : rows.front().answers.size()); ++i)
        variables.push_back({"q" + std::to_string(i), "core", AnswerKind::yes_no, {}, "", {}});
    std::vector<PositionActor> actors;
    for (const Row& row : rows)
        actors.push_back(
            {row.code, row.code[0] >= 'a' ? ActorKind::stakeholder : ActorKind::state, row.code, row.code});
    Matrix matrix(std::make_shared<const QuestionSet>(QuestionSet::of("test", 1, variables).value()), actors);
    for (std::size_t actor = 0; actor < rows.size(); ++actor)
        for (std::size_t variable = 0; variable < variables.size(); ++variable)
            if (rows[actor].answers[variable] != '-') {
                Answer answer{AnswerKind::yes_no, rows[actor].answers[variable] == 'y', 0, 0, {}};
                matrix.set(variable, actor, answer, Strength::firm);
            }
    return matrix;
}

/// "AUS BEL | CHE"
std::string shown(const Matrix& matrix, const ClusterPicture& picture) {
    std::vector<std::string> clusters;
    for (const Cluster& cluster : picture.clusters) {
        std::vector<std::string> codes;
        for (std::size_t actor : cluster.actors) codes.push_back(matrix.actors()[actor].code);
        std::ranges::sort(codes);
        clusters.push_back(join(codes, " "));
    }
    return join(clusters, " | ");
}

TEST(Distances, are_drawn_towards_the_mean_where_little_is_shared) {
    // AUS and BEL share 4 and differ on 1; AUS and CHE share 1 and differ; BEL and CHE share 1 and agree.
    const Matrix matrix = matrix_of({{"AUS", "yyyy"}, {"BEL", "yyyn"}, {"CHE", "---n"}});
    const Distances plain(matrix, {0, 1, 2}, 0);
    EXPECT_DOUBLE_EQ(plain.mean(), 2 / 6.0);
    EXPECT_DOUBLE_EQ(plain.of(0, 1), 0.25);
    EXPECT_DOUBLE_EQ(plain.of(0, 2), 1);
    EXPECT_DOUBLE_EQ(plain.of(2, 1), 0);
    EXPECT_DOUBLE_EQ(plain.of(1, 1), 0);
    const Distances doubted(matrix, {2, 1, 0}, 3);
    EXPECT_EQ(doubted.actors(), (std::vector<std::size_t>{0, 1, 2}));
    EXPECT_DOUBLE_EQ(doubted.of(0, 1), (1 + 1.0) / (4 + 3));
    EXPECT_DOUBLE_EQ(doubted.of(0, 2), (1 + 1.0) / (1 + 3));
    EXPECT_DOUBLE_EQ(doubted.of(1, 2), (0 + 1.0) / (1 + 3));
}

TEST(Distances, of_a_pair_that_shares_nothing_is_the_mean) {
    const Matrix matrix = matrix_of({{"AUS", "yy--"}, {"BEL", "yn--"}, {"CHE", "--yy"}});
    for (double doubt : {0.0, 5.0}) {
        const Distances distances(matrix, {0, 1, 2}, doubt);
        EXPECT_DOUBLE_EQ(distances.of(0, 2), 0.5);
        EXPECT_DOUBLE_EQ(distances.of(1, 2), 0.5);
    }
}

const std::vector<Row> three_groups = {
    {"AUS", "yyyyyyyynnnnnnnnyyyy"}, {"BEL", "yyyyyyyynnnnnnnnyyyn"}, {"CHE", "yyyyyyyynnnnnnn-yyyy"},
    {"DEU", "nnnnyyyyyyyynnnnyyyy"}, {"EGY", "nnnnyyyyyyyynnnnyyny"}, {"FRA", "nnnnyyyyyyyynnnny-yy"},
    {"GBR", "nnnnnnnnnnnnyyyyyyyy"}, {"ITA", "nnnnnnnnnnnnyyyyynyy"}, {"JPN", "nnnnnnnnnnnnyyyynyyy"},
    {"cpi", "yyyyyyyyyyyyyyyyyyyy"}, {"SLV", "yyyyy---------------"}, {"TUR", "--------------------"}};

TEST(Clusters, finds_groups_that_are_there_and_says_what_sets_them_apart) {
    const Matrix matrix = matrix_of(three_groups);
    const ClusterPicture picture = clusters_of(matrix);
    EXPECT_EQ(shown(matrix, picture), "AUS BEL CHE SLV | DEU EGY FRA | GBR ITA JPN");
    EXPECT_GT(picture.silhouette.value(), 0.5);
    EXPECT_EQ(picture.silent, (std::vector<std::size_t>{11}));
    ASSERT_EQ(picture.actors.size(), 10U);
    for (const PlacedActor& placed : picture.actors) {
        EXPECT_EQ(placed.is_thin, matrix.actors()[placed.actor].code == "SLV");
        const auto& members = picture.clusters[placed.cluster].actors;
        EXPECT_EQ(std::ranges::count(members, placed.actor), 1);
    }
    EXPECT_EQ(picture.actors.back().answered, 5U);
    // GBR, ITA and JPN alone say no to questions 4 to 7, and yes to 12 to 15; SLV answered none after 4.
    const std::vector<Feature>& features = picture.clusters[2].features;
    ASSERT_EQ(features.size(), 5U);
    EXPECT_EQ(features[0].variable, 4U);
    EXPECT_EQ(text_of(features[0].usual), "no");
    EXPECT_EQ(features[0].inside, 3U);
    EXPECT_DOUBLE_EQ(features[0].share_inside(), 1);
    EXPECT_EQ(features[0].outside_answered, 7U);
    EXPECT_DOUBLE_EQ(features[0].share_outside(), 0);
    EXPECT_EQ(features[4].variable, 12U);
    EXPECT_EQ(text_of(features[4].usual), "yes");
}

TEST(Clusters, over_given_actors_with_stakeholders_and_a_given_number) {
    const Matrix matrix = matrix_of(three_groups);
    ClusterSettings settings;
    settings.clusters = 2;
    const std::vector<std::size_t> given = {9, 8, 6, 0, 1, 0};
    const ClusterPicture picture = clusters_of(matrix, settings, given);
    EXPECT_EQ(shown(matrix, picture), "AUS BEL cpi | GBR JPN");
    EXPECT_EQ(picture.actors.front().actor, 0U);
    EXPECT_EQ(picture.actors.back().actor, 9U);
    settings.clusters = 50;
    EXPECT_EQ(clusters_of(matrix, settings, given).clusters.size(), 5U);
    settings.clusters = 1;
    EXPECT_EQ(clusters_of(matrix, settings, given).clusters.size(), 1U);
    EXPECT_FALSE(clusters_of(matrix, settings, given).silhouette.has_value());
}

TEST(Clusters, of_few_or_equal_actors) {
    struct Case {
        std::string name;
        std::vector<Row> rows;
        std::string clusters;
    };
    const Case cases[] = {
        {"nobody", {}, ""},
        {"nobody answered", {{"AUS", "--"}, {"BEL", "--"}}, ""},
        {"one State", {{"AUS", "yn"}}, "AUS"},
        {"two States", {{"AUS", "yn"}, {"BEL", "ny"}}, "AUS BEL"},
        {"all equal", {{"AUS", "yn"}, {"BEL", "yn"}, {"CHE", "yn"}, {"DEU", "yn"}}, "AUS BEL CHE DEU"},
        {"two and two", {{"AUS", "yn"}, {"BEL", "ny"}, {"CHE", "yn"}, {"DEU", "ny"}}, "AUS CHE | BEL DEU"},
    };
    for (const Case& each : cases) {
        SCOPED_TRACE(each.name);
        const Matrix matrix = matrix_of(each.rows);
        const ClusterPicture picture = clusters_of(matrix);
        EXPECT_EQ(shown(matrix, picture), each.clusters);
        for (const PlacedActor& placed : picture.actors)
            EXPECT_TRUE(std::isfinite(placed.x) && std::isfinite(placed.y) && placed.is_thin);
    }
}

TEST(Clusters, picture_keeps_distances_that_lie_in_a_plane) {
    // AUS and BEL differ on 4 of 8, BEL and CHE on the other 4, AUS and CHE on all: one line.
    const Matrix matrix = matrix_of({{"AUS", "yyyyyyyy"}, {"BEL", "yyyynnnn"}, {"CHE", "nnnnnnnn"}});
    ClusterSettings settings;
    settings.doubt = 0;
    const ClusterPicture picture = clusters_of(matrix, settings);
    EXPECT_NEAR(picture.variance[0], 1, 1e-9);
    EXPECT_NEAR(picture.variance[1], 0, 1e-9);
    EXPECT_NEAR(picture.actors[0].x, 0.5, 1e-9); // of the two farthest out the first by key is positive
    EXPECT_NEAR(picture.actors[1].x, 0, 1e-9);
    EXPECT_NEAR(picture.actors[2].x, -0.5, 1e-9);
}

std::vector<Row> random_rows(std::size_t actors, std::size_t questions, unsigned answered_of_ten) {
    std::mt19937 random(42);
    std::vector<Row> rows;
    for (std::size_t actor = 0; actor < actors; ++actor) {
        std::string answers;
        for (std::size_t question = 0; question < questions; ++question)
            answers += random() % 10 >= answered_of_ten  ? '-'
                       : random() % 4 == 0               ? 'y'
                       : (actor % 3 + question) % 3 == 0 ? 'y'
                                                         : 'n';
        rows.push_back({"S" + std::to_string(actor), answers});
    }
    return rows;
}

TEST(Clusters, order_of_the_actors_does_not_matter_and_each_run_is_the_same) {
    std::vector<Row> rows = random_rows(40, 30, 5);
    const auto by_code = [](const std::vector<Row>& these) {
        const Matrix matrix = matrix_of(these);
        const ClusterPicture picture = clusters_of(matrix);
        std::map<std::string, std::tuple<double, double, std::size_t, double>> all;
        for (const PlacedActor& placed : picture.actors)
            all[matrix.actors()[placed.actor].code] = {placed.x, placed.y, placed.cluster, placed.silhouette};
        return std::pair(shown(matrix, picture), all);
    };
    const auto first = by_code(rows);
    EXPECT_EQ(by_code(rows), first);
    std::mt19937 random(7);
    for (int round = 0; round < 10; ++round) {
        for (std::size_t i = rows.size() - 1; i > 0; --i) std::swap(rows[i], rows[random() % (i + 1)]);
        EXPECT_EQ(by_code(rows), first);
    }
}

/// Sum of distances to the nearest medoid, of the best of all choices of two or three.
double least_cost(const Distances& distances, std::size_t clusters) {
    double least = 1e9;
    for (std::size_t a = 0; a < distances.size(); ++a)
        for (std::size_t b = 0; b < a; ++b)
            for (std::size_t c = 0; c <= (clusters == 3 ? b : 0); ++c) {
                double sum = 0;
                for (std::size_t i = 0; i < distances.size(); ++i)
                    sum += std::min({distances.of(a, i), distances.of(b, i),
                                     clusters == 3 ? distances.of(c, i) : distances.of(b, i)});
                least = std::min(least, sum);
            }
    return least;
}

TEST(Clusters, medoids_are_the_best_there_are) {
    const Matrix matrix = matrix_of(random_rows(16, 20, 6));
    std::vector<std::size_t> all(16);
    std::iota(all.begin(), all.end(), std::size_t{0});
    const Distances distances(matrix, all, 5);
    for (std::size_t clusters : {2U, 3U}) {
        ClusterSettings settings;
        settings.clusters = clusters;
        const ClusterPicture picture = clusters_of(matrix, settings);
        const auto place = [&](std::size_t actor) {
            return static_cast<std::size_t>(std::ranges::find(distances.actors(), actor) -
                                            distances.actors().begin());
        };
        double sum = 0;
        for (const PlacedActor& placed : picture.actors)
            sum += distances.of(place(placed.actor), place(picture.clusters[placed.cluster].medoid));
        EXPECT_NEAR(sum, least_cost(distances, clusters), 1e-9);
    }
}

TEST(Clusters, place_every_one_of_193_states) {
    const ClusterPicture picture = clusters_of(matrix_of(random_rows(193, 148, 10)));
    EXPECT_EQ(picture.actors.size(), 193U);
}

} // namespace
} // namespace poa::views
