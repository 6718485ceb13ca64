//! One table of the dossier: the names of its columns, and a row a record; written as CSV by RFC 4180.

/// A table; each row has a cell for each name of the head.
pub(crate) struct Table {
    /// Name of the file without `.csv`, and of the resource in `datapackage.json`.
    pub(crate) name: &'static str,
    /// Names of the columns.
    pub(crate) head: Vec<&'static str>,
    /// The cells; an empty one says that there is no value.
    pub(crate) rows: Vec<Vec<String>>,
}

/// A column: its name, and its cell of a record.
pub(crate) type Column<'c, R> = (&'static str, &'c dyn Fn(&R) -> String);

impl Table {
    /// A row for each record, with its cells in the order of the columns.
    pub(crate) fn of<R>(
        name: &'static str,
        records: impl IntoIterator<Item = R>,
        columns: &[Column<R>],
    ) -> Table {
        let row = |record: R| columns.iter().map(|(_, cell)| cell(&record)).collect();
        let head = columns.iter().map(|(name, _)| *name).collect();
        Table { name, head, rows: records.into_iter().map(row).collect() }
    }

    /// The table as CSV: a head, CRLF after each row, quotes where a cell needs them.
    pub(crate) fn csv(&self) -> Result<Vec<u8>, String> {
        let file = [self.name, ".csv"].concat();
        let cannot = |e: &dyn std::fmt::Display| format!("{file} cannot be written: {e}");
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        writer.write_record(&self.head).map_err(|e| cannot(&e))?;
        for row in &self.rows {
            writer.write_record(row).map_err(|e| cannot(&e))?;
        }
        writer.into_inner().map_err(|e| cannot(&e))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_rfc_4180_says() {
        let table =
            Table::of("t", ["a", "b, \"c\"", ""], &[("word", &|r| (*r).to_owned()), ("n", &|_| "1".into())]);
        let text = String::from_utf8(table.csv().unwrap()).unwrap();
        assert_eq!(text, "word,n\r\na,1\r\n\"b, \"\"c\"\"\",1\r\n,1\r\n");
    }
}
