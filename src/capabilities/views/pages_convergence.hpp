// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader gets of how far replies agree: one question, all questions, replies that lie near each other.
// All of it is public. Lists of States are codes in alphabetical order; nothing here ranks them.

#include "capabilities/views/pages_matrix.hpp"

namespace poa::views {

struct AnswerRow {
    std::string mark; ///< on the map: A to H; empty beyond
    std::string answer;
    std::int64_t states = 0;
    std::vector<std::string> firm, conditional, inferred;
    std::vector<std::string> stakeholders; ///< apart: counted nowhere
};
BOOST_DESCRIBE_STRUCT(AnswerRow, (), (mark, answer, states, firm, conditional, inferred, stakeholders))

/// Who can meet, and at what.
struct MeetingRow {
    std::string at;
    std::vector<std::string> states;
};
BOOST_DESCRIBE_STRUCT(MeetingRow, (), (at, states))

struct CleavageRow {
    MeetingRow one, other;
    std::vector<std::string> between; ///< compatible with somebody on each side
};
BOOST_DESCRIBE_STRUCT(CleavageRow, (), (one, other, between))

struct MoveRow {
    std::string actor, strength;
    double distance = 0;
};
BOOST_DESCRIBE_STRUCT(MoveRow, (), (actor, strength, distance))

struct ChangeRow {
    std::string at;
    std::int64_t majority = 0, already = 0;
    double cost = 0;
    std::vector<MoveRow> moves;       ///< none: a majority agrees already
    std::vector<std::string> as_near; ///< could move in place of the farthest
};
BOOST_DESCRIBE_STRUCT(ChangeRow, (), (at, majority, already, cost, moves, as_near))

struct AnswerTile {
    std::string iso3, name;
    std::int64_t column = 0, row = 0;
    std::vector<std::string> marks; ///< of its answers; "+" for those without a mark
    std::string answer, strength;   ///< empty: no answer was read
};
BOOST_DESCRIBE_STRUCT(AnswerTile, (), (iso3, name, column, row, marks, answer, strength))

/// /views/questions/{question}
struct QuestionPage {
    std::string key, label, description, pillar, pillar_name, kind;
    std::vector<std::string> allowed; ///< in the reader's language
    bool is_free_worded = false;      ///< any words may stand: they are compared as written
    bool has_units = false;           ///< distances are units, not changed answers
    std::string group;
    std::vector<GroupChoice> groups;
    std::int64_t answered = 0, silent = 0; ///< States
    std::int64_t pairs = 0, compatible = 0;
    std::optional<MeetingRow> largest;
    std::optional<CleavageRow> cleavage;
    std::vector<std::string> alone;
    std::optional<ChangeRow> change;
    std::vector<AnswerTile> tiles;
    std::int64_t columns = 0, tile_rows = 0;
    std::string earlier, later; ///< keys of the neighbours; empty at the ends
    std::vector<AnswerRow> rows;
};
BOOST_DESCRIBE_STRUCT(QuestionPage, (),
                      (key, label, description, pillar, pillar_name, kind, allowed, is_free_worded, has_units,
                       group, groups, answered, silent, pairs, compatible, largest, cleavage, alone, change,
                       tiles, columns, tile_rows, earlier, later, rows))

struct ConvergenceRow {
    std::string question, label, pillar;
    std::int64_t answered = 0, pairs = 0, compatible = 0;
    std::optional<double> share; ///< of the pairs; nothing where fewer than two answered
    std::int64_t largest = 0;    ///< States that can meet
    bool has_cleavage = false;
    std::int64_t alone = 0;
    std::int64_t moves = 0; ///< States of the smallest change to a majority
    double cost = 0;        ///< its distance
    std::string address;
};
BOOST_DESCRIBE_STRUCT(ConvergenceRow, (),
                      (question, label, pillar, answered, pairs, compatible, share, largest, has_cleavage,
                       alone, moves, cost, address))

/// /views/convergence
struct ConvergencePage {
    std::string pillar, group;
    std::vector<PillarRow> pillars;
    std::vector<GroupChoice> groups;
    std::vector<ConvergenceRow> rows;
};
BOOST_DESCRIBE_STRUCT(ConvergencePage, (), (pillar, group, pillars, groups, rows))

struct FeatureRow {
    std::string question, label, usual;
    std::int64_t inside = 0, inside_answered = 0, outside = 0, outside_answered = 0;
};
BOOST_DESCRIBE_STRUCT(FeatureRow, (),
                      (question, label, usual, inside, inside_answered, outside, outside_answered))

struct ClusterRow {
    std::string cluster; ///< A, B ...: by size, then alphabet
    std::string centre;  ///< code of the State least far from the others
    std::vector<std::string> states;
    std::vector<FeatureRow> features;
};
BOOST_DESCRIBE_STRUCT(ClusterRow, (), (cluster, centre, states, features))

struct PlacedRow {
    std::string code, name, cluster;
    double x = 0, y = 0, silhouette = 0;
    std::int64_t answered = 0;
    bool is_thin = false; ///< so few answers that its place says little
};
BOOST_DESCRIBE_STRUCT(PlacedRow, (), (code, name, cluster, x, y, silhouette, answered, is_thin))

/// /views/clusters
struct ClustersPage {
    std::int64_t k = 0; ///< asked for; 0: chosen by the silhouette
    double variance_x = 0, variance_y = 0;
    std::optional<double> silhouette;
    bool is_weak = false; ///< a silhouette below 0.25
    std::int64_t answers_least = 0;
    std::vector<ClusterRow> clusters;
    std::vector<std::string> silent;
    std::vector<PlacedRow> rows;
};
BOOST_DESCRIBE_STRUCT(ClustersPage, (),
                      (k, variance_x, variance_y, silhouette, is_weak, answers_least, clusters, silent, rows))

} // namespace poa::views
