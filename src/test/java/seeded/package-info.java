/** Here every rule of the architecture is broken once, by classes nobody uses, to see that it would be noticed. */
package seeded;
