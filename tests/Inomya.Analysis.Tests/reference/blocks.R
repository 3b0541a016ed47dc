# Exact randomisation tests by listing every order: ten blocks, drawn in pairs and drawn freely.
# Writes blocks-data.csv (mean, given) and blocks.csv (paired, p, difference, orders).
set.seed(20260106)
given <- unlist(lapply(1:5, function(i) sample(0:1)))
m <- round(rnorm(10) - 0.9 * given, 3)
write.csv(data.frame(mean = m, given), "blocks-data.csv", row.names = FALSE, quote = FALSE)
d <- function(g) mean(m[g == 1]) - mean(m[g == 0])
pairs <- lapply(0:31, function(i) unlist(lapply(0:4, function(k) if (bitwAnd(i, 2^k) > 0) c(1, 0) else c(0, 1))))
free <- lapply(combn(10, 5, simplify = FALSE), function(s) as.numeric(1:10 %in% s))
one <- function(orders) mean(sapply(orders, function(g) abs(d(g)) >= abs(d(given)) - 1e-9))
out <- data.frame(paired = c(1, 0), p = c(one(pairs), one(free)), difference = d(given), orders = c(length(pairs), length(free)))
write.csv(format(out, digits = 12), "blocks.csv", row.names = FALSE, quote = FALSE)
