// SPDX-License-Identifier: Apache-2.0
#pragma once
// A transaction inside another of the same database and thread would wait for itself when all connections are
// lent out. So it is refused at once, in every run, and not on a busy day: hand the session on instead.

namespace poa::storage {

class Nesting {
  public:
    enum class Kind { read, write };
    /// Our mistake (require): a read inside a read or a write, or a write inside a write.
    Nesting(const void* database, Kind kind);
    ~Nesting();
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;

  private:
    const void* database_;
    Kind kind_;
    const Nesting* outer_;
};

} // namespace poa::storage
