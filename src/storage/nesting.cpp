// SPDX-License-Identifier: Apache-2.0
#include "storage/nesting.hpp"

#include "base/require.hpp"

namespace poa::storage {

namespace {
thread_local const Nesting* innermost = nullptr;
}

Nesting::Nesting(const void* database, Kind kind) : database_(database), kind_(kind), outer_(innermost) {
    for (const Nesting* around = outer_; around != nullptr; around = around->outer_) {
        if (around->database_ != database) continue;
        require(kind == Kind::write, "no read inside a transaction of the same database: use its session");
        require(around->kind_ == Kind::read, "no write inside a write of the same database: use its session");
    }
    innermost = this;
}

Nesting::~Nesting() {
    innermost = outer_;
}

} // namespace poa::storage
